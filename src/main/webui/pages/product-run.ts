import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Live } from '../app/live.ts';
import { Loading } from '../app/loading.ts';
import { ConsolePage } from '../app/page.ts';
import { address } from '../app/routes.ts';
import { path } from '../parts/path.ts';
import { productTexts } from '../product-texts.ts';
import { texts } from '../texts.ts';
import { foundNumbers, runFacts } from './products/found.ts';
import { firstLook } from './products/item-search.ts';
import { type Run, isUnderWay, runPath } from './products/run.ts';
import type { Template } from './templates/template.ts';
import './products/failures.ts';
import './products/items.ts';
import './products/panel.ts';

const LOOK_AGAIN_MILLIS = 2_000;
const LOOK_AT_HELD_MILLIS = 15_000;

/** One run: how it stands, the numbers found, what failed and why, and what became of each product. */
@customElement('nb-product-run')
class ProductRun extends ConsolePage {
  private readonly run = new Loading<Run>(this, (signal) => this.api.get(runPath(this.around.place['run'] ?? ''), signal));
  private readonly template = new Loading<Template>(
    this,
    (signal) => this.api.get(`/templates/${encodeURIComponent(this.run.value?.templateId ?? '')}`, signal),
    false,
  );

  constructor() {
    super();
    new Live(this, LOOK_AGAIN_MILLIS, () => this.look(isUnderWay(this.run.value)));
    new Live(this, LOOK_AT_HELD_MILLIS, () => this.look(this.run.value?.state === 'held'));
  }

  private async look(wanted: boolean): Promise<void> {
    if (wanted) {
      await this.run.refresh();
    }
  }

  protected override updated(): void {
    if (this.run.value && !this.template.value && !this.template.problem && !this.template.busy) {
      void this.template.run();
    }
  }

  protected override render(): unknown {
    return html`
      ${this.run.value ? nothing : html`${path({ title: texts.nav.products, href: address('products') })}<div class="head"><h1>${texts.untitled.run}</h1></div>`}
      ${this.run.render((run) => this.show(run), 10)}
    `;
  }

  private show(run: Run): unknown {
    const template = this.template.value?.name ?? run.templateId;
    return html`
      ${path({ title: texts.nav.products, href: address('products') }, { title: template, href: address('products', run.templateId) })}
      <div class="head"><h1>${productTexts.tasks[run.task]}</h1></div>
      <section class="sheet">
        <nb-run-panel .api=${this.api} .run=${run} @run=${this.take}></nb-run-panel>
        ${runFacts(run, template)}
      </section>
      ${run.state === 'waiting' || run.state === 'planning' ? nothing : foundNumbers(run)}
      <nb-run-failures .api=${this.api} .run=${run}></nb-run-failures>
      <nb-run-items .api=${this.api} .run=${run} outcome=${this.around.query.get('outcome') || firstLook(run)}></nb-run-items>
    `;
  }

  // Retrying begins another run.
  private readonly take = ({ detail }: CustomEvent<Run>): void => {
    if (detail.id === this.run.value?.id) {
      this.run.value = detail;
      this.requestUpdate();
    } else {
      location.hash = address('product-runs', detail.id);
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-product-run': ProductRun;
  }
}
