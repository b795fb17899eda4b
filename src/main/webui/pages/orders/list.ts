import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Api, Page } from '../../app/api.ts';
import { Live } from '../../app/live.ts';
import { Loading } from '../../app/loading.ts';
import { Plain } from '../../app/page.ts';
import { Deed } from '../../parts/deed.ts';
import { texts } from '../../texts.ts';
import type { Listed } from './order.ts';
import { orderTable } from './table.ts';
import { type Wanted, addressOf, search } from './wanted.ts';
import '@vaadin/button';

const LOOK_AGAIN_MILLIS = 5_000;

/** The orders that are wanted, newest first. */
@customElement('nb-order-list')
class OrderList extends Plain {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) wanted!: Wanted;
  /** What there is to say where there are none. */
  @property({ attribute: false }) none: unknown;

  private asked = '';
  private widened = false;
  private readonly shown = new Loading<Page<Listed>>(this, (signal) => search(this.api, this.wanted, undefined, signal), false);

  private readonly widening = new Deed(this, async (before: Page<Listed>) => {
    const more = await search(this.api, this.wanted, before.next);
    // Unless other ones were asked for in the meantime.
    if (this.shown.value === before) {
      this.widened = true;
      this.shown.value = { ...more, items: [...before.items, ...more.items] };
    }
  });

  constructor() {
    super();
    new Live(this, LOOK_AGAIN_MILLIS, () => this.look());
  }

  protected override willUpdate(): void {
    const wanted = addressOf(this.wanted);
    if (wanted !== this.asked) {
      this.asked = wanted;
      this.widened = false;
      this.shown.value = undefined;
      void this.shown.run();
    }
  }

  /** Whoever has gone further back keeps what is there. */
  async look(): Promise<void> {
    if (!this.widened && !this.widening.busy) {
      await this.shown.refresh();
    }
  }

  protected override render(): unknown {
    return this.shown.render((page) => (page.items.length ? this.list(page) : this.none), 8);
  }

  private list(page: Page<Listed>): unknown {
    return html`
      <section class="sheet">${orderTable(page.items)}</section>
      ${this.widening.trouble()}
      ${page.next
        ? html`<vaadin-button ?disabled=${this.widening.busy} @click=${() => this.widening.run(page)}>${texts.more}</vaadin-button>`
        : nothing}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-order-list': OrderList;
  }
}
