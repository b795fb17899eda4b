import { html, nothing } from 'lit';
import { number, time } from '../../app/format.ts';
import { outward } from '../../parts/link.ts';
import { orderTexts } from '../../order-texts.ts';
import type { Content, Order, Parcel } from './order.ts';

/** What was sent, parcel by parcel, with the way to its carrier and the serial numbers of what is in it. */
export function parcelList({ parcels, lines }: Order): unknown {
  const words = orderTexts.parcels;
  const products = new Map(lines.map(({ line, product }) => [line, product]));
  return html`
    <section class="sheet">
      <h2>${words.title}</h2>
      ${parcels.length ? html`<ul class="bare parcels">${parcels.map((parcel) => html`<li>${sent(parcel, products)}</li>`)}</ul>` : html`<p>${words.none}</p>`}
    </section>
  `;
}

function sent(parcel: Parcel, products: ReadonlyMap<number, string>): unknown {
  const { tracking, trackingUrl, carrier, warehouse, shippedAt, contents } = parcel;
  const words = orderTexts.parcels;
  return html`
    <h3>${carrier} ${tracking ? outward(trackingUrl, tracking) : words.untracked}</h3>
    <p class="soft">
      ${shippedAt ? html`<time datetime=${shippedAt}>${time(shippedAt)}</time>` : nothing} ${warehouse ? words.from(warehouse) : nothing}
    </p>
    <ul>${contents.map((content) => html`<li>${held(content, products)}</li>`)}</ul>
  `;
}

function held({ line, sku, quantity, serialNumbers }: Content, products: ReadonlyMap<number, string>): unknown {
  const words = orderTexts.parcels;
  return html`
    ${words.content(number(quantity), products.get(line) || sku, line)}
    ${serialNumbers.length
      ? html`
          <details>
            <summary>${words.serials(serialNumbers.length)}</summary>
            <p class="serials">${serialNumbers.map((serial) => html`<code>${serial}</code> `)}</p>
          </details>
        `
      : nothing}
  `;
}
