import { html, nothing } from 'lit';
import { day, money, number } from '../../app/format.ts';
import { orderTexts } from '../../order-texts.ts';
import { type Line, statusBadge } from './order.ts';

/** What is ordered, and how each line of it stands. */
export function lineTable(lines: readonly Line[]): unknown {
  const words = orderTexts.lines;
  // Most orders have none, which is then not worth a column.
  const cancels = lines.some(({ cancelled }) => cancelled);
  const counted = [words.quantity, words.price];
  const followed = [words.shipped, words.outstanding, ...(cancels ? [words.cancelled] : [])];
  return html`
    <section class="sheet">
      <h2>${words.title}</h2>
      <table class="table">
        <caption class="unseen">${words.title}</caption>
        <thead>
          <tr>
            <th scope="col">${words.product}</th>
            ${counted.map((head) => html`<th scope="col" class="number">${head}</th>`)}
            <th scope="col">${words.status}</th>
            ${followed.map((head) => html`<th scope="col" class="number">${head}</th>`)}
            <th scope="col">${words.expected}</th>
          </tr>
        </thead>
        <tbody>
          ${lines.map((line) => row(line, cancels))}
        </tbody>
      </table>
    </section>
  `;
}

function row(line: Line, cancels: boolean): unknown {
  const words = orderTexts.lines;
  const { unitPrice, status, expected } = line;
  return html`
    <tr>
      <td class="whole product">${product(line)}</td>
      ${count(words.quantity, line.quantity)}
      <td class="number" data-label=${words.price}>${unitPrice ? money(unitPrice) : nothing}</td>
      <td data-label=${words.status}>${status ? html`<span>${statusBadge(status)}</span>` : nothing}</td>
      ${count(words.shipped, line.shipped)} ${count(words.outstanding, line.outstanding)} ${cancels ? count(words.cancelled, line.cancelled) : nothing}
      <td data-label=${words.expected}>${expected ? html`<time datetime=${expected}>${day(expected)}</time>` : nothing}</td>
    </tr>
  `;
}

function product({ line, sku, product, orderNumbers, words }: Line): unknown {
  return html`
    <span>
      <span class="name">${product || sku}</span><br>
      <span class="soft">${orderTexts.lines.which(line, sku)}</span>
      ${orderNumbers.length ? html`<br><span class="soft">${orderTexts.lines.orders(orderNumbers)}</span>` : nothing}
      ${words ? html`<br>${words}` : nothing}
    </span>
  `;
}

function count(label: string, value: number | undefined): unknown {
  return html`<td class="number" data-label=${label}>${value === undefined ? nothing : number(value)}</td>`;
}
