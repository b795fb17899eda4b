import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { ConsolePage } from '../app/page.ts';

@customElement('nb-entry')
class Entry extends ConsolePage {
  protected override render(): unknown {
    return html`<h1>Entry</h1>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-entry': Entry;
  }
}
