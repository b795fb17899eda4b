import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { ConsolePage } from '../app/page.ts';

@customElement('nb-templates')
class Templates extends ConsolePage {
  protected override render(): unknown {
    return html`<h1>Templates</h1>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-templates': Templates;
  }
}
