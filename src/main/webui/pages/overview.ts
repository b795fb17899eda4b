import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { ConsolePage } from '../app/page.ts';

@customElement('nb-overview')
class Overview extends ConsolePage {
  protected override render(): unknown {
    return html`<h1>Overview</h1>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-overview': Overview;
  }
}
