import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { number } from '../../app/format.ts';
import { productTexts } from '../../product-texts.ts';
import type { Mark } from './category.ts';

/** A box to tick, for something that so many products have. */
export function tick(label: unknown, products: number, mark: Mark, turn: () => void): unknown {
  return html`
    <label class="choosable">
      <input type="checkbox" .checked=${live(mark === 'all')} .indeterminate=${live(mark === 'some')} @change=${turn} />
      <span>${label}</span>
      <span class="soft">${productTexts.choosing.products(number(products))}</span>
    </label>
  `;
}
