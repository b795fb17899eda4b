import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Api, Page } from '../../app/api.ts';
import { number } from '../../app/format.ts';
import { Loading } from '../../app/loading.ts';
import { Plain } from '../../app/page.ts';
import { address } from '../../app/routes.ts';
import { productTexts } from '../../product-texts.ts';
import { texts } from '../../texts.ts';
import type { Failure } from '../activity/entry-model.ts';
import type { Item } from './item.ts';
import { searchItems } from './item-search.ts';
import type { Run } from './run.ts';

const READ = 100;
const NAMED = 12;

interface Group {
  readonly failure: Failure;
  readonly skus: readonly string[];
}

/** What failed in a run: each cause once, with the products that it kept from their place, and who can put it right. */
@customElement('nb-run-failures')
class RunFailures extends Plain {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) run!: Run;

  private asked = '';
  private readonly failed = new Loading<Page<Item>>(
    this,
    (signal) => searchItems(this.api, { run: this.run.id, outcome: 'failed', limit: READ }, undefined, signal),
    false,
  );

  protected override willUpdate(): void {
    if (this.isThere && this.run.id !== this.asked) {
      this.asked = this.run.id;
      this.failed.value = undefined;
      void this.failed.run();
    }
  }

  // While a run goes on their number grows, and everything below would jump.
  private get isThere(): boolean {
    return this.run.state === 'ended' && this.run.progress.failed > this.run.progress.untried;
  }

  protected override render(): unknown {
    return this.isThere ? this.failed.render((page) => this.groups(page), 3) : nothing;
  }

  private groups(page: Page<Item>): unknown {
    const words = productTexts.failures;
    return html`
      <h2>${words.title}</h2>
      ${page.next ? html`<p class="soft">${words.first(number(page.items.length))}</p>` : nothing}
      ${grouped(page.items).map((group) => this.group(group))}
      <p><a href=${`${address('product-runs', this.run.id)}?outcome=failed`}>${words.all}</a></p>
    `;
  }

  private group({ failure, skus }: Group): unknown {
    const { cause, resolution, whoCanFix } = failure;
    return html`
      <article class="sheet failure">
        <h3>${productTexts.failures.products(number(skus.length))}</h3>
        <p>${cause}</p>
        ${resolution ? html`<p><b>${productTexts.run.resolution}</b> ${resolution}</p>` : nothing}
        <p class="soft">${texts.who(whoCanFix)}</p>
        <p class="row">
          ${skus.slice(0, NAMED).map((sku) => html`<a href=${address('products', this.run.templateId, sku)}>${sku}</a>`)}
          ${skus.length > NAMED ? html`<span class="soft">${productTexts.failures.further(number(skus.length - NAMED))}</span>` : nothing}
        </p>
      </article>
    `;
  }
}

function grouped(items: readonly Item[]): readonly Group[] {
  const groups = new Map<string, { failure: Failure; skus: string[] }>();
  for (const { sku, failure } of items) {
    if (failure) {
      const key = [failure.whoCanFix, failure.cause, failure.resolution].join('\n');
      const group = groups.get(key) ?? { failure, skus: [] };
      group.skus.push(sku);
      groups.set(key, group);
    }
  }
  return [...groups.values()].sort((a, b) => b.skus.length - a.skus.length);
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-run-failures': RunFailures;
  }
}
