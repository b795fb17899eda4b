import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Tagged } from '../../app/api.ts';
import { Deed } from '../../parts/deed.ts';
import { notice } from '../../parts/notice.ts';
import { texts } from '../../texts.ts';
import type { Connection } from '../connections/connection.ts';
import { ConnectionPart } from './around.ts';
import './disconnect.ts';
import './remove.ts';

/** The ways to stop a connection: for now, until somebody connects it again, and for ever. */
@customElement('nb-ending')
class Ending extends ConnectionPart {
  @state() private templatesDisabled?: number;

  private readonly switching = new Deed(this, async (enabled: boolean) => {
    this.tell(await this.api.change<Connection>('PATCH', this.path, { headers: this.ifMatch, body: { enabled } }));
    notice(texts.deeds.saved);
  });

  protected override render(): unknown {
    return this.connection.authentication.configured
      ? html`${this.pause()}<nb-disconnect .api=${this.api} .type=${this.type} .now=${this.now} @news=${this.pass} @disconnected=${this.ended}></nb-disconnect>`
      : html`
          ${this.templatesDisabled === undefined ? nothing : html`<p role="status" tabindex="-1">${texts.ending.done(this.templatesDisabled)}</p>`}
          <nb-remove .api=${this.api} .type=${this.type} .now=${this.now} @news=${this.pass}></nb-remove>
        `;
  }

  private pause(): unknown {
    const { enabled } = this.connection;
    const words = texts.ending;
    return html`
      <section class="sheet">
        <h2>${enabled ? words.off : words.on}</h2>
        <p>${enabled ? words.offMeans : words.isOff}</p>
        ${this.switching.trouble(this.reload)}
        <vaadin-button ?disabled=${this.switching.busy} @click=${() => this.switching.run(!enabled)}>${enabled ? words.off : words.on}</vaadin-button>
      </section>
    `;
  }

  private readonly pass = (event: CustomEvent<Tagged<Connection> | 'unknown'>): void => this.tell(event.detail);

  private readonly ended = (event: CustomEvent<number>): void => {
    this.templatesDisabled = event.detail;
    void this.focusOnOutcome();
  };

  // What had the focus is gone with the connection's credentials.
  private async focusOnOutcome(): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>('[role=status]')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-ending': Ending;
  }
}
