import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Api, type Page, withQuery } from '../../app/api.ts';
import { number } from '../../app/format.ts';
import { Loading } from '../../app/loading.ts';
import { Plain } from '../../app/page.ts';
import { address } from '../../app/routes.ts';
import { Deed } from '../../parts/deed.ts';
import { choiceInput } from '../../parts/inputs.ts';
import { productTexts } from '../../product-texts.ts';
import { texts } from '../../texts.ts';
import { type Item, type Outcome, outcomeOf, outcomeWord, told } from './item.ts';
import { ANY, searchItems } from './item-search.ts';
import { type Run, compares, isUnderWay } from './run.ts';
import '@vaadin/button';

const SHOWN = 50;
const WRITTEN: readonly Outcome[] = ['created', 'adopted', 'updated', 'deactivated', 'same', 'failed'];
const COMPARED: readonly Outcome[] = ['different', 'missing', 'adopted', 'same', 'failed'];

/** What became of each product of a run, as the address says which. */
@customElement('nb-run-items')
class RunItems extends Plain {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) run!: Run;
  /** The outcome that is wanted. */
  @property() outcome = ANY;

  private asked = '';
  private readonly shown = new Loading<Page<Item>>(this, (signal) => this.search(undefined, signal), false);

  private readonly widening = new Deed(this, async (before: Page<Item>) => {
    const more = await this.search(before.next);
    // Unless other ones were asked for in the meantime.
    if (this.shown.value === before) {
      this.shown.value = { ...more, items: [...before.items, ...more.items] };
    }
  });

  private search(cursor?: string, signal?: AbortSignal): Promise<Page<Item>> {
    return searchItems(this.api, { run: this.run.id, outcome: this.outcome, limit: SHOWN }, cursor, signal);
  }

  // Asked anew for another outcome and when the run has ended; not in between, so that nothing jumps.
  protected override willUpdate(): void {
    const wanted = `${this.run.id} ${this.outcome} ${this.run.state === 'ended'}`;
    if (wanted !== this.asked) {
      this.asked = wanted;
      void this.shown.run();
    }
  }

  protected override render(): unknown {
    const words = productTexts.items;
    return html`
      <h2>${words.title}</h2>
      <div class="row filter">
        ${choiceInput({ label: words.outcome, value: this.outcome, enter: this.turnTo }, this.choices())}
        ${isUnderWay(this.run) ? html`<vaadin-button @click=${() => this.shown.run()}>${words.reload}</vaadin-button>` : nothing}
      </div>
      ${this.shown.render((page) => (page.items.length ? this.list(page) : this.none()), 6)}
    `;
  }

  private choices(): { value: string; label: string }[] {
    const words = productTexts.items;
    const outcomes = compares(this.run) ? COMPARED : WRITTEN;
    const counted = this.run.progress.outcomes;
    return [
      { value: ANY, label: words.any },
      ...outcomes.map((outcome) => ({ value: outcome, label: words.counted(outcomeWord(outcome, this.run.task), number(counted[outcome] ?? 0)) })),
    ];
  }

  private readonly turnTo = (outcome: string): void => {
    location.hash = withQuery(address('product-runs', this.run.id), { outcome });
  };

  private list(page: Page<Item>): unknown {
    const words = productTexts.items;
    return html`
      <section class="sheet">
        <table class="table">
          <caption class="unseen">${words.title}</caption>
          <thead>
            <tr>
              <th scope="col">${words.sku}</th>
              <th scope="col">${words.outcome}</th>
              <th scope="col">${words.differences}</th>
            </tr>
          </thead>
          <tbody>
            ${page.items.map((item) => this.row(item))}
          </tbody>
        </table>
      </section>
      ${this.widening.trouble()}
      ${page.next
        ? html`<vaadin-button ?disabled=${this.widening.busy} @click=${() => this.widening.run(page)}>${texts.more}</vaadin-button>`
        : nothing}
    `;
  }

  private row(item: Item): unknown {
    const words = productTexts.items;
    return html`
      <tr>
        <td data-label=${words.sku}><a class="name" href=${address('products', this.run.templateId, item.sku)}>${item.sku}</a></td>
        <td data-label=${words.outcome}><span>${outcomeOf(item, this.run.task)}</span></td>
        <td class="whole">${told(item)}</td>
      </tr>
    `;
  }

  private none(): unknown {
    const words = productTexts.items;
    const why = this.run.state === 'ended' ? (this.outcome === ANY ? words.noneAll : words.noneSo) : words.noneYet;
    return html`<section class="sheet empty"><h3>${words.none}</h3><p>${why}</p></section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-run-items': RunItems;
  }
}
