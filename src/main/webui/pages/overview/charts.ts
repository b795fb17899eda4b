import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { number, shortDay } from '../../app/format.ts';
import { Plain } from '../../app/page.ts';
import { texts } from '../../texts.ts';
import type { OfDay, OfOperation, Tally } from './model.ts';
import type { Chart } from './chart.ts';

/** What happened over time, drawn; and the same as a table, for those who do not see drawings. */
@customElement('nb-charts')
class Charts extends Plain {
  @property({ attribute: false }) days: readonly OfDay[] = [];
  @property({ attribute: false }) operations: readonly OfOperation[] = [];

  private charts: Chart[] = [];
  private readonly scheme = matchMedia('(prefers-color-scheme: dark)');
  private readonly draw = (): void => this.charts.forEach((chart) => chart.draw());

  override connectedCallback(): void {
    super.connectedCallback();
    this.scheme.addEventListener('change', this.draw);
    addEventListener('nb-theme', this.draw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.scheme.removeEventListener('change', this.draw);
    removeEventListener('nb-theme', this.draw);
    this.charts.forEach((chart) => chart.close());
    this.charts = [];
  }

  protected override async updated(): Promise<void> {
    if (this.charts.length === 0) {
      const { Chart } = await import('./chart.ts');
      if (this.isConnected && this.charts.length === 0) {
        this.charts = [...this.querySelectorAll<HTMLElement>('.chart')].map((place) => new Chart(place));
      }
    }
    this.charts[0]?.show(this.days.map(({ day, ...tally }) => [shortDay(day), tally]), false);
    this.charts[1]?.show(this.operations.map(({ operation, ...tally }) => [texts.activity.operationOf(operation), tally]), true);
  }

  protected override render(): unknown {
    const words = texts.overview;
    return html`
      <div class="charts">
        <figure>
          <figcaption>${words.byDay}</figcaption>
          <div class="chart" aria-hidden="true"></div>
        </figure>
        <figure>
          <figcaption>${words.byOperation}</figcaption>
          <div class="chart" aria-hidden="true"></div>
        </figure>
      </div>
      <details>
        <summary>${words.asTable}</summary>
        ${table(words.byDay, this.days.map(({ day, ...tally }) => [day, tally]))}
        ${table(words.byOperation, this.operations.map(({ operation, ...tally }) => [texts.activity.operationOf(operation), tally]))}
      </details>
    `;
  }
}

function table(caption: string, rows: readonly (readonly [string, Tally])[]): unknown {
  const words = texts.overview;
  return html`
    <table class="table">
      <caption>${caption}</caption>
      <thead>
        <tr><th scope="col">${caption}</th><th scope="col" class="number">${words.success}</th><th scope="col" class="number">${words.partialSuccess}</th><th scope="col" class="number">${words.failed}</th></tr>
      </thead>
      <tbody>
        ${rows.map(
          ([name, tally]) => html`
            <tr>
              <th scope="row">${name}</th>
              <td class="number" data-label=${words.success}>${number(tally.success)}</td>
              <td class="number" data-label=${words.partialSuccess}>${number(tally.partialSuccess)}</td>
              <td class="number" data-label=${words.failed}>${number(tally.failed)}</td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-charts': Charts;
  }
}
