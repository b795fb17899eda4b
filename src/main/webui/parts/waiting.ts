import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Plain } from '../app/page.ts';
import { texts } from '../texts.ts';

/** Keeps the place of what is being fetched, about as high as it will be. */
@customElement('nb-waiting')
class Waiting extends Plain {
  @property({ type: Number }) lines = 4;

  protected override render(): unknown {
    return html`
      <div class="waiting" role="status" aria-label=${texts.loading}>
        ${Array.from({ length: this.lines }, () => html`<i></i>`)}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-waiting': Waiting;
  }
}
