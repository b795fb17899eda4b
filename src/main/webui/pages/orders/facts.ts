import { html, nothing } from 'lit';
import { withQuery } from '../../app/api.ts';
import { money, time } from '../../app/format.ts';
import { address } from '../../app/routes.ts';
import { orderTexts } from '../../order-texts.ts';
import { texts } from '../../texts.ts';
import type { Named } from '../activity/entry-model.ts';
import type { Order } from './order.ts';

const LOG_DAYS = 90;

/** Where an order comes from, where it went, and when. */
export function orderFacts(order: Order, templates: readonly Named[], connections: readonly Named[]): unknown {
  const words = orderTexts.order;
  const { number, distributorNumber, total, deskId, distributorId, createdAt, submittedAt, adopted, shownAt, nextAt } = order;
  const connection = (id: string) => connections.find((one) => one.id === id)?.name ?? texts.templates.gone;
  return html`
    <dl class="facts">
      <dt>${words.distributorNumber}</dt><dd>${distributorNumber}</dd>
      ${fact(words.total, total && money(total))}
      <dt>${words.joins}</dt><dd>${texts.templates.fromTo(connection(deskId), connection(distributorId))}</dd>
      <dt>${words.template}</dt><dd>${template(order, templates)}</dd>
      <dt>${words.created}</dt><dd>${time(createdAt)}</dd>
      ${fact(words.submitted, adopted ? words.adopted : submittedAt && time(submittedAt))}
      ${fact(words.shown, shownAt && time(shownAt))} ${fact(words.next, nextAt && time(nextAt))}
    </dl>
    <p><a href=${withQuery(address('activity'), { days: LOG_DAYS, item: number })}>${words.log}</a></p>
  `;
}

function fact(name: string, value: unknown): unknown {
  return value ? html`<dt>${name}</dt><dd>${value}</dd>` : nothing;
}

function template({ templateId }: Order, templates: readonly Named[]): unknown {
  const known = templates.find(({ id }) => id === templateId);
  return known ? html`<a href=${address('templates', templateId)}>${known.name}</a>` : orderTexts.order.gone;
}
