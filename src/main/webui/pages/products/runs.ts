import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Api, type Page, withQuery } from '../../app/api.ts';
import { duration, number } from '../../app/format.ts';
import { Live } from '../../app/live.ts';
import { Loading } from '../../app/loading.ts';
import { Plain } from '../../app/page.ts';
import { address } from '../../app/routes.ts';
import { Deed } from '../../parts/deed.ts';
import { moment } from '../../parts/moment.ts';
import { productTexts } from '../../product-texts.ts';
import { texts } from '../../texts.ts';
import { type Run, stateOf, took } from './run.ts';
import '@vaadin/button';

const SHOWN = 20;
const LOOK_AGAIN_MILLIS = 5_000;

/** The runs of a template, newest first. */
@customElement('nb-product-runs')
class ProductRuns extends Plain {
  @property({ attribute: false }) api!: Api;
  @property() template = '';
  private older: readonly Run[] = [];

  private readonly newest = new Loading<Page<Run>>(this, (signal) => this.api.get(this.path(), signal));

  // What was fetched once stays; a run that has begun since moves the newest ones down, so none is shown twice.
  private readonly widening = new Deed(this, async (cursor: string) => {
    const more = await this.api.get<Page<Run>>(this.path(cursor));
    this.older = [...this.older, ...more.items];
    this.next = more.next;
  });
  private next?: string;

  constructor() {
    super();
    new Live(this, LOOK_AGAIN_MILLIS, () => this.newest.refresh());
  }

  private path(cursor?: string): string {
    return withQuery('/product-runs', { templateId: this.template, limit: SHOWN, cursor });
  }

  protected override render(): unknown {
    return html`
      <h2>${productTexts.runsTitle}</h2>
      <section class="sheet">${this.newest.render((page) => this.list(page), 4)}</section>
    `;
  }

  private list(page: Page<Run>): unknown {
    const all = new Map([...this.older, ...page.items].map((run) => [run.id, run]));
    const runs = [...all.values()].sort((a, b) => b.at.localeCompare(a.at));
    const next = this.older.length ? this.next : page.next;
    if (!runs.length) {
      return html`<p>${productTexts.run.never}</p>`;
    }
    return html`
      ${table(runs)} ${this.widening.trouble()}
      ${next ? html`<vaadin-button ?disabled=${this.widening.busy} @click=${() => this.widening.run(next)}>${texts.more}</vaadin-button>` : nothing}
    `;
  }
}

function table(runs: readonly Run[]): unknown {
  const words = productTexts.runs;
  return html`
    <table class="table">
      <caption class="unseen">${productTexts.runsTitle}</caption>
      <thead>
        <tr>
          ${[words.when, words.task, words.result, words.products, words.took, words.by].map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${runs.map(row)}
      </tbody>
    </table>
  `;
}

function row(run: Run): unknown {
  const words = productTexts.runs;
  const { done, failed } = run.progress;
  const millis = took(run);
  return html`
    <tr>
      <td data-label=${words.when}><a href=${address('product-runs', run.id)}>${moment(run.at)}</a></td>
      <td data-label=${words.task}>${productTexts.tasks[run.task]}</td>
      <td data-label=${words.result}><span>${stateOf(run)}</span></td>
      <td data-label=${words.products}>${number(done)}${failed ? `, ${productTexts.run.failed(number(failed))}` : nothing}</td>
      <td data-label=${words.took}>${millis === undefined ? nothing : duration(millis)}</td>
      <td data-label=${words.by}>${run.startedBy}</td>
    </tr>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-product-runs': ProductRuns;
  }
}
