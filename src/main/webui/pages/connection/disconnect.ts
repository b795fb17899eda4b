import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { all } from '../../parts/all.ts';
import { Deed } from '../../parts/deed.ts';
import { texts } from '../../texts.ts';
import type { Connection } from '../connections/connection.ts';
import { ConnectionPart } from './around.ts';
import '../../parts/ask.ts';

interface UsedBy {
  readonly name: string;
  readonly enabled: boolean;
}

interface Disconnected {
  readonly connection: Connection;
  readonly templatesDisabled: number;
}

/** Disconnects a system, after saying what that stops. */
@customElement('nb-disconnect')
class Disconnect extends ConnectionPart {
  @state() private templates?: readonly UsedBy[];

  private readonly asking = new Deed(this, async () => {
    this.templates = (await all<UsedBy>(this.api, '/templates', { connectionId: this.connection.id })).filter((one) => one.enabled);
  });

  private readonly disconnecting = new Deed(this, async () => {
    const { value, tag } = await this.api.change<Disconnected>('POST', `${this.path}/disconnect`, { headers: this.ifMatch });
    this.tell({ value: value.connection, tag });
    this.dispatchEvent(new CustomEvent('disconnected', { detail: value.templatesDisabled }));
  });

  protected override render(): unknown {
    const words = texts.ending;
    const busy = this.asking.busy || this.disconnecting.busy;
    return html`
      <section class="sheet">
        <h2>${words.disconnect}</h2>
        <p>${words.disconnectMeans}</p>
        ${this.asking.trouble()} ${this.disconnecting.trouble(this.reload)}
        <vaadin-button theme="error" ?disabled=${busy} @click=${() => this.asking.run()}>${words.disconnect}</vaadin-button>
        <p class="soft">${words.first}</p>
      </section>
      ${this.question()}
    `;
  }

  private disconnect(): void {
    this.templates = undefined;
    void this.disconnecting.run();
  }

  private question(): unknown {
    const words = texts.ending;
    const names = this.templates?.map((template) => template.name) ?? [];
    return html`
      <nb-ask
        .open=${this.templates !== undefined}
        .heading=${words.ask(this.connection.name)}
        .content=${html`
          <p>${words.stops}</p>
          <ul>
            ${(words.stopped[this.connection.kind] ?? []).map((what) => html`<li>${what}</li>`)}
            ${names.length ? html`<li>${words.templates(names)}</li>` : nothing}
          </ul>
          <p>${names.length ? nothing : words.noTemplates} ${words.stays}</p>
        `}
        .deed=${words.disconnect}
        @cancel=${() => (this.templates = undefined)}
        @confirm=${this.disconnect}
      ></nb-ask>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-disconnect': Disconnect;
  }
}
