import { html, nothing } from 'lit';
import { address } from '../../app/routes.ts';
import { orderTexts } from '../../order-texts.ts';
import type { Wanted } from './wanted.ts';

/** Why there is no order to see, and what to do about it. */
export function emptiness({ show, number }: Wanted, isOrdering: boolean): unknown {
  const words = orderTexts.none;
  if (!isOrdering) {
    return sheet(words.template, words.templateWhy, html`<a href="#/templates?create=">${words.create}</a>`);
  }
  return number ? sheet(words.number(number), words.why.number) : sheet(words[show], words.why[show]);
}

/** What there is to say where nothing has orders. */
export function unconnected(): unknown {
  const words = orderTexts.none;
  return sheet(words.desk, words.deskWhy, html`<a href=${address('connections')}>${words.connect}</a>`);
}

function sheet(title: string, why: string, way?: unknown): unknown {
  return html`
    <section class="sheet empty">
      <h2>${title}</h2>
      <p>${why}</p>
      ${way ? html`<p>${way}</p>` : nothing}
    </section>
  `;
}
