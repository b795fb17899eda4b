import { html, nothing } from 'lit';
import { day, money, time } from '../../app/format.ts';
import { orderTexts } from '../../order-texts.ts';
import type { Event, Invoice } from './order.ts';

/** The bills for an order. */
export function invoiceTable(invoices: readonly Invoice[]): unknown {
  const words = orderTexts.invoices;
  const rows = invoices.map(({ number, date, total }) => [
    [words.number, number],
    [words.date, date ? html`<time datetime=${date}>${day(date)}</time>` : nothing],
    [words.total, total ? money(total) : nothing],
  ]);
  return sheet(words.title, [words.number, words.date, words.total], rows);
}

/** What happened to an order, newest first. */
export function historyTable(history: readonly Event[]): unknown {
  const words = orderTexts.history;
  const rows = history.toReversed().map(({ at, what, by }) => [
    [words.at, html`<time datetime=${at}>${time(at)}</time>`],
    [words.what, what],
    [words.by, by],
  ]);
  return sheet(words.title, [words.at, words.what, words.by], rows);
}

function sheet(title: string, heads: readonly string[], rows: readonly (readonly unknown[])[][]): unknown {
  return html`
    <section class="sheet">
      <h2>${title}</h2>
      <table class="table">
        <caption class="unseen">${title}</caption>
        <thead>
          <tr>
            ${heads.map((head) => html`<th scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => html`<tr>${row.map(([label, value]) => html`<td data-label=${label}>${value}</td>`)}</tr>`)}
        </tbody>
      </table>
    </section>
  `;
}
