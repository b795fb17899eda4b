import { html, nothing } from 'lit';
import { money, number } from '../../app/format.ts';
import { address } from '../../app/routes.ts';
import { moment } from '../../parts/moment.ts';
import { orderTexts } from '../../order-texts.ts';
import { texts } from '../../texts.ts';
import { type Listed, stageBadge, standingBadge } from './order.ts';

/** Orders as a table. */
export function orderTable(orders: readonly Listed[]): unknown {
  const words = orderTexts.list;
  return html`
    <table class="table">
      <caption class="unseen">${texts.nav.orders}</caption>
      <thead>
        <tr>
          <th scope="col">${words.number}</th>
          <th scope="col">${words.stage}</th>
          <th scope="col">${words.status}</th>
          <th scope="col" class="number">${words.outstanding}</th>
          <th scope="col" class="number">${words.total}</th>
          <th scope="col">${words.created}</th>
        </tr>
      </thead>
      <tbody>
        ${orders.map(row)}
      </tbody>
    </table>
  `;
}

function row(order: Listed): unknown {
  const words = orderTexts.list;
  const { id, distributorNumber, outstanding, total, createdAt, reasons } = order;
  return html`
    <tr>
      <td class="whole">
        <span>
          <a class="name" href=${address('orders', id)}>${order.number}</a>
          ${distributorNumber === order.number ? nothing : html`<br><span class="soft">${distributorNumber}</span>`}
        </span>
      </td>
      <td data-label=${words.stage}>
        <span>${stageBadge(order)} ${reasons[0] ? html`<br><span class="soft">${reasons[0].cause}</span>` : nothing}</span>
      </td>
      <td data-label=${words.status}>${standingBadge(order)}</td>
      <td class="number" data-label=${words.outstanding}>${outstanding === undefined ? nothing : number(outstanding)}</td>
      <td class="number" data-label=${words.total}>${total ? money(total) : nothing}</td>
      <td data-label=${words.created}>${moment(createdAt)}</td>
    </tr>
  `;
}
