import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { time } from '../app/format.ts';
import { Live } from '../app/live.ts';
import { Loading } from '../app/loading.ts';
import { ConsolePage } from '../app/page.ts';
import { address } from '../app/routes.ts';
import { badge } from '../parts/badge.ts';
import { Deed } from '../parts/deed.ts';
import { path } from '../parts/path.ts';
import { productTexts } from '../product-texts.ts';
import { texts } from '../texts.ts';
import { type Remembered, history } from './products/history.ts';
import { type Listed, listedFacts } from './products/listed.ts';
import { type Run, runPath } from './products/run.ts';
import { runTrouble, start } from './products/start.ts';
import type { Template } from './templates/template.ts';
import './products/panel.ts';
import '@vaadin/button';

interface Product {
  readonly sku: string;
  readonly listed?: Listed;
  readonly selected: boolean;
  /** Why it would not be created, if it would not. */
  readonly heldBack?: string;
  readonly kept?: { readonly active: boolean; readonly writtenAt: string };
  readonly history: readonly Remembered[];
}

const LOOK_AGAIN_MILLIS = 1_000;

/** One product: what the catalogue says of it now, what is kept at the desk, and what became of it in each run. */
@customElement('nb-product')
class ProductPage extends ConsolePage {
  /** The run that brings it up to date. */
  @state() private refresh?: Run;

  private readonly template = new Loading<Template>(this, (signal) => this.api.get(this.templatePath, signal));
  private readonly product = new Loading<Product>(this, (signal) =>
    this.api.get(`${this.templatePath}/products/${encodeURIComponent(this.sku)}`, signal),
  );

  private readonly refreshing = new Deed(this, async () => {
    this.refresh = await start(this.api, this.templateId, 'refresh', [this.sku]);
  });

  constructor() {
    super();
    new Live(this, LOOK_AGAIN_MILLIS, () => this.look());
  }

  private get templateId(): string {
    return this.around.place['template'] ?? '';
  }

  private get sku(): string {
    return this.around.place['sku'] ?? '';
  }

  private get templatePath(): string {
    return `/templates/${encodeURIComponent(this.templateId)}`;
  }

  private async look(): Promise<void> {
    if (!this.refresh || this.refresh.state === 'ended') {
      return;
    }
    this.refresh = await this.api.get<Run>(runPath(this.refresh.id));
    if (this.refresh.state === 'ended') {
      await this.product.refresh();
    }
  }

  protected override render(): unknown {
    const template = this.template.value?.name ?? this.templateId;
    return html`
      ${path({ title: texts.nav.products, href: address('products') }, { title: template, href: address('products', this.templateId) })}
      <div class="head"><h1>${this.sku}</h1></div>
      ${this.product.render((product) => this.show(product), 10)}
    `;
  }

  private show(product: Product): unknown {
    const words = productTexts.product;
    return html`
      <section class="sheet">
        <div class="head">
          <h2>${words.listed}</h2>
          ${product.selected ? badge(words.isSelected, 'good') : badge(words.notSelected, 'plain')}
        </div>
        ${product.listed ? listedFacts(product.listed, this.templateId) : html`<p>${words.notListed}</p>`}
      </section>
      <section class="sheet">
        <h2>${words.kept}</h2>
        ${product.kept ? kept(product.kept) : html`<p>${words.notKept}</p>`}
        ${product.heldBack ? html`<p>${product.heldBack}</p>` : nothing}
        ${this.refresh ? html`<nb-run-panel .api=${this.api} .run=${this.refresh} named @run=${this.take}></nb-run-panel>` : nothing}
        ${product.kept
          ? html`<vaadin-button class="next" ?disabled=${this.barred} @click=${() => this.refreshing.run()}>${words.refresh}</vaadin-button>`
          : nothing}
        ${runTrouble(this.refreshing)}
      </section>
      <h2>${words.history}</h2>
      <section class="sheet">${product.history.length ? history(product.history) : html`<p>${words.noHistory}</p>`}</section>
    `;
  }

  private get barred(): boolean {
    return this.refreshing.busy || (this.refresh !== undefined && this.refresh.state !== 'ended');
  }

  private readonly take = ({ detail }: CustomEvent<Run>): void => {
    this.refresh = detail;
  };
}

function kept({ active, writtenAt }: NonNullable<Product['kept']>): unknown {
  const words = productTexts.product;
  return html`
    <dl class="facts">
      <dt>${words.state}</dt><dd>${active ? words.active : words.inactive}</dd>
      <dt>${words.writtenAt}</dt><dd>${time(writtenAt)}</dd>
    </dl>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-product': ProductPage;
  }
}
