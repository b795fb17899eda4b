import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { ConsolePage } from '../app/page.ts';

@customElement('nb-anomaly')
class Anomaly extends ConsolePage {
  protected override render(): unknown {
    return html`<h1>Anomaly</h1>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-anomaly': Anomaly;
  }
}
