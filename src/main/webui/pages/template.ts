import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { ConsolePage } from '../app/page.ts';

@customElement('nb-template')
class Template extends ConsolePage {
  protected override render(): unknown {
    return html`<h1>Template</h1>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-template': Template;
  }
}
