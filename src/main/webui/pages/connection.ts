import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { ConsolePage } from '../app/page.ts';

@customElement('nb-connection')
class Connection extends ConsolePage {
  protected override render(): unknown {
    return html`<h1>Connection</h1>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-connection': Connection;
  }
}
