import { html } from 'lit';
import { address } from '../../app/routes.ts';
import { moment } from '../../parts/moment.ts';
import { productTexts } from '../../product-texts.ts';
import { type Item, outcomeOf, told } from './item.ts';
import type { Run } from './run.ts';

/** What became of a product in one run. */
export interface Remembered {
  readonly runId: string;
  readonly at: string;
  readonly task: Run['task'];
  readonly item: Item;
}

/** A product's way through the runs, newest first. */
export function history(all: readonly Remembered[]): unknown {
  const words = productTexts.runs;
  return html`
    <table class="table">
      <caption class="unseen">${productTexts.product.history}</caption>
      <thead>
        <tr>
          ${[words.when, words.task, productTexts.items.outcome, productTexts.items.differences].map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${all.map(
          ({ runId, at, task, item }) => html`
            <tr>
              <td data-label=${words.when}><a href=${address('product-runs', runId)}>${moment(at)}</a></td>
              <td data-label=${words.task}>${productTexts.tasks[task]}</td>
              <td data-label=${productTexts.items.outcome}><span>${outcomeOf(item, task)}</span></td>
              <td class="whole">${told(item)}</td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  `;
}
