import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { ConsolePage } from '../app/page.ts';

@customElement('nb-activity')
class Activity extends ConsolePage {
  protected override render(): unknown {
    return html`<h1>Activity</h1>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-activity': Activity;
  }
}
