import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Api } from '../../app/api.ts';
import { Loading } from '../../app/loading.ts';
import { Plain } from '../../app/page.ts';
import { productTexts } from '../../product-texts.ts';
import { texts } from '../../texts.ts';
import type { Edition } from '../products/run.ts';
import { type SelectionOption, listed } from '../products/selection.ts';
import type { Editing } from './editing.ts';
import type { Category } from './category.ts';
import type { Manufacturer } from './manufacturers.ts';
import { tick } from './tick.ts';
import './categories.ts';
import './manufacturers.ts';
import './selection-count.ts';
import './skus.ts';

/** What a distributor's newest file lists. */
interface Catalogue {
  readonly edition: Edition;
  readonly products: number;
  readonly categories: readonly Category[];
  readonly manufacturers: readonly Manufacturer[];
  readonly statuses: readonly { readonly status: string; readonly products: number }[];
}

/** Which products of the catalogue a template is about: chosen by what the newest file lists, or named one by one. */
@customElement('nb-selection')
class Selection extends Plain {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) editing!: Editing;

  private readonly catalogue = new Loading<Catalogue>(this, (signal) =>
    this.api.get(`/catalogues/${encodeURIComponent(this.editing.template.distributorId)}`, signal),
  );

  protected override render(): unknown {
    const words = productTexts.choosing;
    return html`
      <p class="soft">${words.hint}</p>
      <div class="sheet counted"><nb-selection-count .api=${this.api} .editing=${this.editing}></nb-selection-count></div>
      ${this.catalogue.render((catalogue) => this.choices(catalogue), 12)}
      <section class="sheet">
        ${this.skus('selectedSkus', words.skus, words.skusHint)} ${this.skus('exceptSkus', words.except, words.exceptHint)}
      </section>
    `;
  }

  private choices(catalogue: Catalogue): unknown {
    const words = productTexts.choosing;
    return html`
      <section class="sheet">
        <h2>${words.categories}</h2>
        <nb-categories
          .categories=${catalogue.categories}
          .chosen=${this.chosen('selectedCategories')}
          .names=${this.editing.mapping('categories')}
          .enter=${this.enter('selectedCategories')}
        ></nb-categories>
        ${this.flaw('selectedCategories')}
      </section>
      <section class="sheet">
        <h2>${words.manufacturers}</h2>
        <nb-manufacturers
          .manufacturers=${catalogue.manufacturers}
          .chosen=${this.chosen('selectedManufacturers')}
          .enter=${this.enter('selectedManufacturers')}
        ></nb-manufacturers>
        ${this.flaw('selectedManufacturers')}
      </section>
      <section class="sheet">
        <h2>${words.statuses}</h2>
        <ul class="bare">${catalogue.statuses.map((status) => this.status(status))}</ul>
        ${this.flaw('selectedStatuses')}
      </section>
    `;
  }

  private status({ status, products }: Catalogue['statuses'][number]): unknown {
    const chosen = this.chosen('selectedStatuses');
    const isChosen = chosen.includes(status);
    const turned = isChosen ? chosen.filter((one) => one !== status) : [...chosen, status];
    const label = texts.template.values[status] ?? status;
    return html`<li class="tick">${tick(label, products, isChosen ? 'all' : 'none', () => this.enter('selectedStatuses')(turned))}</li>`;
  }

  private skus(option: SelectionOption, label: string, hint: string): unknown {
    return html`
      <nb-skus
        label=${label}
        hint=${hint}
        .value=${String(this.editing.options[option] ?? '')}
        .flaw=${this.editing.flaw(`options.${option}`)}
        .enter=${(skus: string) => this.editing.enter(`options.${option}`, skus)}
      ></nb-skus>
    `;
  }

  private chosen(option: SelectionOption): readonly string[] {
    return listed(this.editing.options[option]);
  }

  private enter(option: SelectionOption): (chosen: readonly string[]) => void {
    return (chosen) => this.editing.enter(`options.${option}`, chosen.join(','));
  }

  private flaw(option: SelectionOption): unknown {
    const flaw = this.editing.flaw(`options.${option}`);
    return flaw ? html`<p class="flaw" role="alert">${flaw}</p>` : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-selection': Selection;
  }
}
