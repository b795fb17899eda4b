import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { ConsolePage } from '../app/page.ts';

@customElement('nb-anomalies')
class Anomalies extends ConsolePage {
  protected override render(): unknown {
    return html`<h1>Anomalies</h1>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-anomalies': Anomalies;
  }
}
