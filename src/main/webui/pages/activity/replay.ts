import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Api } from '../../app/api.ts';
import { Plain } from '../../app/page.ts';
import { address } from '../../app/routes.ts';
import { Deed } from '../../parts/deed.ts';
import { choiceInput } from '../../parts/inputs.ts';
import { texts } from '../../texts.ts';
import type { Connected } from './entry-model.ts';
import '@vaadin/button';
import '@vaadin/date-time-picker';

/** Brings what happened in a time once more, for those who have lost something on the way. */
@customElement('nb-replay')
class Replay extends Plain {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) connections: readonly Connected[] = [];
  @state() private connection = '';
  @state() private from = '';
  @state() private to = '';
  @state() private entry = '';

  private readonly replaying = new Deed(this, async () => {
    const body = { connectionId: this.connection, from: instant(this.from), to: instant(this.to) };
    this.entry = (await this.api.send<{ entryId: string }>('POST', '/replays', { body })).entryId;
  });

  protected override render(): unknown {
    const words = texts.activity.replay;
    return html`
      <h2>${words.title}</h2>
      <p class="soft">${words.detail}</p>
      <div class="fields">
        ${choiceInput(
          { label: texts.activity.connection, value: this.connection, enter: (id) => (this.connection = id) },
          this.connections.map(({ id, name }) => ({ value: id, label: name })),
        )}
        <vaadin-date-time-picker label=${words.from} .value=${this.from} @change=${(event: Event) => (this.from = valueOf(event))}></vaadin-date-time-picker>
        <vaadin-date-time-picker label=${words.to} .value=${this.to} @change=${(event: Event) => (this.to = valueOf(event))}></vaadin-date-time-picker>
      </div>
      ${this.replaying.trouble()}
      <div class="row deeds">
        <vaadin-button theme="primary" ?disabled=${this.replaying.busy || !(this.connection && this.from && this.to)} @click=${() => this.replaying.run()}>
          ${words.start}
        </vaadin-button>
        <span role="status">
          ${this.entry ? html`${words.started} <a href=${address('activity', this.entry)}>${words.follow}</a>` : nothing}
        </span>
      </div>
    `;
  }

}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}

function instant(local: string): string {
  return new Date(local).toISOString();
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-replay': Replay;
  }
}
