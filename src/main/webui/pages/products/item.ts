import { html, nothing } from 'lit';
import { type Mood, badge } from '../../parts/badge.ts';
import { productTexts } from '../../product-texts.ts';
import { texts } from '../../texts.ts';
import type { Failure } from '../activity/entry-model.ts';
import type { Task } from './run.ts';

export type Outcome = keyof typeof productTexts.items.outcomes;

/** One column, as the desk has it and as it should be. */
export interface Difference {
  readonly part: 'product' | 'offer';
  readonly column: string;
  readonly from: string;
  readonly to: string;
}

/** What became of one product in a run. */
export interface Item {
  readonly sku: string;
  readonly action: 'create' | 'update' | 'deactivate' | 'compare';
  readonly outcome: Outcome;
  readonly differences: readonly Difference[];
  readonly failure?: Failure;
}

const MOODS: Readonly<Record<Outcome, Mood>> = {
  created: 'good',
  adopted: 'good',
  updated: 'good',
  deactivated: 'good',
  same: 'plain',
  different: 'fair',
  missing: 'fair',
  failed: 'bad',
};

// More columns than these are a list to be opened.
const AT_ONCE = 3;

/** An outcome in words; of a dry run, in words of what would be done. */
export function outcomeWord(outcome: Outcome, task: Task): string {
  const { outcomes, planned } = productTexts.items;
  return (task === 'dry-run' && planned[outcome]) || outcomes[outcome];
}

export function outcomeOf({ outcome, action }: Pick<Item, 'outcome' | 'action'>, task: Task): unknown {
  const { planned } = productTexts.items;
  const word = (outcome === 'different' && planned[action]) || planned[outcome];
  return task === 'dry-run' && word ? badge(word, 'busy') : badge(productTexts.items.outcomes[outcome], MOODS[outcome]);
}

/** What was, or would be, written over what; or why nothing became of it. */
export function told({ differences, failure }: Item): unknown {
  if (failure) {
    return html`
      <div class="failure">
        <p>${failure.cause}</p>
        <p class="soft">${failure.resolution} ${texts.who(failure.whoCanFix)}</p>
      </div>
    `;
  }
  if (differences.length <= AT_ONCE) {
    return differences.length ? columns(differences) : nothing;
  }
  return html`
    <details>
      <summary>${productTexts.items.columns(differences.length)}</summary>
      ${columns(differences)}
    </details>
  `;
}

function columns(differences: readonly Difference[]): unknown {
  return html`<dl class="diff inline">${differences.map(column)}</dl>`;
}

// Struck out, an arrow, and a word for those who listen: no colour is needed to tell what was from what is to be.
function column({ part, column, from, to }: Difference): unknown {
  const words = productTexts.items;
  return html`
    <dt><code>${column}</code> <span class="soft">${words.parts[part]}</span></dt>
    <dd>
      ${from === '' ? nothing : html`<del><span class="unseen">${words.was} </span>${from}</del> <span aria-hidden="true">→</span>`}
      <ins><span class="unseen">${words.is} </span>${to === '' ? html`<i>${words.empty}</i>` : to}</ins>
    </dd>
  `;
}
