import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { ConsolePage } from '../app/page.ts';

@customElement('nb-connections')
class Connections extends ConsolePage {
  protected override render(): unknown {
    return html`<h1>Connections</h1>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-connections': Connections;
  }
}
