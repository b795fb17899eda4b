import { html, nothing } from 'lit';
import { day, money, number } from '../../app/format.ts';
import { orderTexts } from '../../order-texts.ts';
import { type Line, statusBadge } from './order.ts';

/** Something that is said of each line; undefined where nothing is known. */
interface Column {
  readonly head: string;
  readonly isNumber: boolean;
  readonly value: (line: Line) => unknown;
}

const words = orderTexts.lines;

const COLUMNS: readonly Column[] = [
  { head: words.quantity, isNumber: true, value: ({ quantity }) => number(Number(quantity)) },
  { head: words.price, isNumber: true, value: ({ unitPrice }) => unitPrice && money(unitPrice) },
  { head: words.status, isNumber: false, value: ({ status }) => status && html`<span>${statusBadge(status)}</span>` },
  { head: words.shipped, isNumber: true, value: ({ status, shipped }) => status && number(shipped) },
  { head: words.outstanding, isNumber: true, value: ({ status, outstanding }) => status && number(outstanding) },
  { head: words.cancelled, isNumber: true, value: ({ cancelled }) => (cancelled ? number(cancelled) : undefined) },
  { head: words.expected, isNumber: false, value: ({ expected }) => expected && html`<time datetime=${expected}>${day(expected)}</time>` },
];

/** What is ordered, and how each line of it stands; what no line has is no column. */
export function lineTable(lines: readonly Line[]): unknown {
  const shown = COLUMNS.filter(({ value }) => lines.some((line) => value(line) !== undefined));
  return html`
    <section class="sheet">
      <h2>${words.title}</h2>
      <table class="table">
        <caption class="unseen">${words.title}</caption>
        <thead>
          <tr>
            <th scope="col">${words.product}</th>
            ${shown.map(({ head, isNumber }) => html`<th scope="col" class=${isNumber ? 'number' : ''}>${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${lines.map((line) => row(line, shown))}
        </tbody>
      </table>
    </section>
  `;
}

function row(line: Line, shown: readonly Column[]): unknown {
  return html`
    <tr>
      <td class="whole product">${product(line)}</td>
      ${shown.map(({ head, isNumber, value }) => html`<td class=${isNumber ? 'number' : ''} data-label=${head}>${value(line)}</td>`)}
    </tr>
  `;
}

function product({ line, sku, product, orderNumbers, words: said }: Line): unknown {
  return html`
    <span>
      <span class="name">${product || sku}</span><br>
      <span class="soft">${words.which(line, sku)}</span>
      ${orderNumbers.length ? html`<br><span class="soft">${words.orders(orderNumbers)}</span>` : nothing}
      ${said ? html`<br>${said}` : nothing}
    </span>
  `;
}
