import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Live } from '../app/live.ts';
import { Loading } from '../app/loading.ts';
import { ConsolePage } from '../app/page.ts';
import { address } from '../app/routes.ts';
import { all } from '../parts/all.ts';
import { outward } from '../parts/link.ts';
import { path } from '../parts/path.ts';
import { orderTexts } from '../order-texts.ts';
import { texts } from '../texts.ts';
import type { Named } from './activity/entry-model.ts';
import { orderFacts } from './orders/facts.ts';
import { lineTable } from './orders/lines.ts';
import { type Order, isOver, orderPath, stageBadge, standingBadge } from './orders/order.ts';
import { parcelList } from './orders/parcels.ts';
import { reasons } from './orders/reasons.ts';
import { historyTable, invoiceTable } from './orders/records.ts';
import './orders/deeds.ts';

const LOOK_AGAIN_MILLIS = 3_000;

/** One order: how it stands and what it waits for, what can be done about it, and all that was sent, billed and said of it. */
@customElement('nb-order')
class OrderPage extends ConsolePage {
  private readonly order = new Loading<Order>(this, (signal) => this.api.get(orderPath(this.around.place['order'] ?? ''), signal));
  private readonly names = new Loading(this, async (signal) => {
    const [templates, connections] = await Promise.all([
      all<Named>(this.api, '/templates', {}, signal),
      all<Named>(this.api, '/connections', {}, signal),
    ]);
    return { templates, connections };
  });

  constructor() {
    super();
    new Live(this, LOOK_AGAIN_MILLIS, () => this.look());
  }

  private async look(): Promise<void> {
    if (this.order.value && !isOver(this.order.value)) {
      await this.order.refresh();
    }
  }

  protected override render(): unknown {
    return html`
      ${path({ title: texts.nav.orders, href: address('orders') })}
      ${this.order.value ? nothing : html`<div class="head"><h1>${texts.untitled.order}</h1></div>`}
      ${this.order.render((order) => this.show(order), 12)}
    `;
  }

  private show(order: Order): unknown {
    return html`
      <div class="head">
        <h1>${order.number}</h1>
        <span class="row standing">${stageBadge(order)} ${standingBadge(order)}</span>
        ${order.deskUrl ? outward(order.deskUrl, orderTexts.order.desk) : nothing}
      </div>
      <section class="sheet" tabindex="-1" aria-labelledby="standing">
        <h2 id="standing">${orderTexts.order.standing}</h2>
        <p role="status">${orderTexts.means[order.stage]}</p>
        ${reasons(order.reasons, order.number)}
        <nb-order-deeds .api=${this.api} .order=${order} @order=${this.take}></nb-order-deeds>
      </section>
      <section class="sheet">${this.names.render(({ templates, connections }) => orderFacts(order, templates, connections), 8)}</section>
      ${lineTable(order.lines)} ${order.status || order.parcels.length ? parcelList(order) : nothing}
      ${order.invoices.length ? invoiceTable(order.invoices) : nothing}
      ${historyTable(order.history)}
    `;
  }

  private readonly take = ({ detail }: CustomEvent<Order>): void => {
    this.order.value = detail;
    this.requestUpdate();
    void this.focusOnOutcome();
  };

  // What had the focus may be gone with the stage.
  private async focusOnOutcome(): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>('[aria-labelledby=standing]')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-order': OrderPage;
  }
}
