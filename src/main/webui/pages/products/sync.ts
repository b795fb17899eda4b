import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Api, type Page, withQuery } from '../../app/api.ts';
import { number, time } from '../../app/format.ts';
import { Live } from '../../app/live.ts';
import { Loading } from '../../app/loading.ts';
import { Plain } from '../../app/page.ts';
import { address } from '../../app/routes.ts';
import { productTexts } from '../../product-texts.ts';
import type { Connection } from '../connections/connection.ts';
import { joined } from '../templates/list.ts';
import type { Template } from '../templates/template.ts';
import { fileWords } from './found.ts';
import { type Edition, type Run, isUnderWay } from './run.ts';
import { type Count, selectionWords } from './selection.ts';
import './failures.ts';
import './find.ts';
import './panel.ts';
import './start.ts';

const LOOK_AGAIN_MILLIS = 2_000;
const LOOK_FOR_NEW_MILLIS = 15_000;

/** A template that keeps products: what it selects, how its newest run stands, when the next is, and what can be done now. */
@customElement('nb-product-sync')
class ProductSync extends Plain {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) template!: Template;
  @property({ attribute: false }) connections: readonly Connection[] = [];
  /** Whether the page is about this template only. */
  @property({ type: Boolean }) alone = false;

  private readonly runs = new Loading<Page<Run>>(this, (signal) =>
    this.api.get(withQuery('/product-runs', { templateId: this.template.id, limit: 1 }), signal),
  );
  private readonly count = new Loading<Count>(this, (signal) =>
    this.api.send('POST', `/templates/${encodeURIComponent(this.template.id)}/selection-count`, { signal }),
  );

  private edition?: Edition;

  constructor() {
    super();
    new Live(this, LOOK_AGAIN_MILLIS, async () => {
      if (isUnderWay(this.newest)) {
        await this.runs.refresh();
      }
    });
    new Live(this, LOOK_FOR_NEW_MILLIS, () => this.runs.refresh());
  }

  private get newest(): Run | undefined {
    return this.runs.value?.items[0];
  }

  protected override render(): unknown {
    const { template, alone } = this;
    return html`
      <section class="sheet">
        ${alone
          ? nothing
          : html`<h2><a href=${address('products', template.id)}>${template.name}</a></h2><p class="soft">${joined(template, this.connections)}</p>`}
        ${this.facts()}
        ${this.runs.render(({ items: [run] }) => this.run(run), 3)}
        <nb-run-start .api=${this.api} template=${template.id} ?barred=${this.barred} @run=${this.take}></nb-run-start>
        <nb-find-product template=${template.id}></nb-find-product>
      </section>
      ${alone && this.newest ? html`<nb-run-failures .api=${this.api} .run=${this.newest}></nb-run-failures>` : nothing}
    `;
  }

  private facts(): unknown {
    const { template } = this;
    const words = productTexts.facts;
    // A run that has only begun has read none yet.
    this.edition = this.newest?.edition ?? this.edition;
    const { edition } = this;
    const next = template.enabled ? template.nextRuns?.[0] : undefined;
    return html`
      <dl class="facts">
        <dt>${words.selected}</dt>
        <dd>
          ${this.selection()} <a href=${`${address('templates', template.id)}?tab=selection`}>${productTexts.selection.change}</a>
        </dd>
        <dt>${productTexts.runFacts.file}</dt>
        <dd>${edition ? fileWords(edition) : productTexts.runFacts.noFile}</dd>
        <dt>${words.next}</dt>
        <dd>${next ? time(next) : words.notPlanned}</dd>
      </dl>
    `;
  }

  // Without a file there is nothing to count, which is no fault of the page.
  private selection(): string {
    const words = productTexts.selection;
    const { value, problem } = this.count;
    const which = selectionWords(this.template);
    return value ? words.of(number(value.selected), number(value.of), which) : words.uncounted(which, problem?.title ?? words.counting);
  }

  private run(run: Run | undefined): unknown {
    return run
      ? html`<nb-run-panel .api=${this.api} .run=${run} named @run=${this.take}></nb-run-panel>`
      : html`<p>${productTexts.run.never} ${productTexts.run.beginWith}</p>`;
  }

  private get barred(): boolean {
    return !this.runs.value || (this.newest !== undefined && this.newest.state !== 'ended');
  }

  private readonly take = ({ detail }: CustomEvent<Run>): void => {
    this.runs.value = { items: [detail] };
    this.requestUpdate();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-product-sync': ProductSync;
  }
}
