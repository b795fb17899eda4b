import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { Loading } from '../app/loading.ts';
import { ConsolePage } from '../app/page.ts';
import { all } from '../parts/all.ts';
import { orderTexts } from '../order-texts.ts';
import { texts } from '../texts.ts';
import type { Connection } from './connections/connection.ts';
import { emptiness, unconnected } from './orders/emptiness.ts';
import { wantedBy } from './orders/wanted.ts';
import { CREATE_ORDERS, type Template } from './templates/template.ts';
import './orders/adopt.ts';
import './orders/filters.ts';
import './orders/list.ts';
import './orders/look.ts';
import '@vaadin/button';

interface Known {
  /** Those that create orders. */
  readonly templates: readonly Template[];
  readonly desks: readonly Connection[];
}

/** The orders of a desk as the address says which, and what its templates saw when they looked there last. */
@customElement('nb-orders')
class Orders extends ConsolePage {
  @state() private adopting = false;
  @query('nb-order-list') private readonly list?: HTMLElementTagNameMap['nb-order-list'];

  private readonly known = new Loading<Known>(this, async (signal) => {
    const [templates, connections] = await Promise.all([
      all<Template>(this.api, '/templates', {}, signal),
      all<Connection>(this.api, '/connections', {}, signal),
    ]);
    const ordering = templates.filter(({ kind }) => kind === CREATE_ORDERS).sort(enabledFirst);
    return { templates: ordering, desks: desksFirst(connections, ordering) };
  });

  protected override render(): unknown {
    const words = orderTexts;
    const canAdopt = this.known.value !== undefined && this.known.value.templates.length > 0;
    return html`
      <div class="head">
        <div>
          <h1>${texts.nav.orders}</h1>
          <p class="soft">${words.purpose}</p>
        </div>
        ${canAdopt
          ? html`<vaadin-button aria-expanded=${this.adopting} @click=${() => (this.adopting = !this.adopting)}>${words.adopt.open}</vaadin-button>`
          : nothing}
      </div>
      ${this.known.render((known) => (known.desks.length ? this.content(known) : unconnected()), 10)}
    `;
  }

  private content({ templates, desks }: Known): unknown {
    const wanted = wantedBy(this.around.query, desks);
    const looking = templates.filter(({ deskId }) => deskId === wanted.desk);
    return html`
      ${this.adopting ? html`<nb-adopt .api=${this.api} .templates=${templates}></nb-adopt>` : nothing}
      <nb-order-filters .wanted=${wanted} .desks=${desks}></nb-order-filters>
      <nb-order-list .api=${this.api} .wanted=${wanted} .none=${emptiness(wanted, looking.length > 0)}></nb-order-list>
      ${looking.length ? html`<h2 class="looks">${orderTexts.look.title}</h2>` : nothing}
      ${looking.map((template) => html`<nb-look .api=${this.api} .template=${template} @looked=${() => this.list?.look()}></nb-look>`)}
    `;
  }
}

function enabledFirst(a: Template, b: Template): number {
  return Number(b.enabled) - Number(a.enabled) || a.name.localeCompare(b.name);
}

// The desk that orders come from is most likely meant.
function desksFirst(connections: readonly Connection[], templates: readonly Template[]): Connection[] {
  const orders = ({ id }: Connection) => templates.filter(({ deskId }) => deskId === id).length;
  return connections.filter(({ kind }) => kind === 'desk').sort((a, b) => orders(b) - orders(a) || a.name.localeCompare(b.name));
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-orders': Orders;
  }
}
