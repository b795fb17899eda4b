import { html, nothing } from 'lit';
import type { Anomaly } from '../anomaly/ticketing.ts';
import { badge } from '../../parts/badge.ts';
import { outward } from '../../parts/link.ts';
import { texts } from '../../texts.ts';
import { title } from '../anomaly/context.ts';
import type { Batch, Errand } from './batch.ts';
import '@vaadin/progress-bar';

/** What becomes of the tickets of a batch, one line for each. */
export function progress(batch: Batch, words: (anomaly: Anomaly) => string): unknown {
  const errands = batch.wanted;
  const done = batch.count('done');
  const failed = batch.count('failed');
  const left = errands.length - done - failed;
  const [anomaly = '', text = '', outcome = ''] = texts.bulk.columns;
  return html`
    <p role="status" tabindex="-1">${texts.bulk.progress(done, failed, left)}</p>
    <vaadin-progress-bar
      aria-label=${texts.bulk.running}
      .value=${errands.length ? (done + failed) / errands.length : 0}
    ></vaadin-progress-bar>
    <table class="table">
      <thead>
        <tr>${texts.bulk.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr>
      </thead>
      <tbody>
        ${errands.map(
          (errand) => html`
            <tr>
              <td data-label=${anomaly}><div>${errand.anomaly.id}<div class="soft">${title(errand.anomaly)}</div></div></td>
              <td data-label=${text}>${errand.answer?.ticket.shortDescription ?? words(errand.anomaly)}</td>
              <td data-label=${outcome}><div>${result(errand)}</div></td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  `;
}

function result({ state, answer, problem }: Errand): unknown {
  switch (state) {
    case 'waiting':
      return html`<span class="soft">${texts.bulk.waiting}</span>`;
    case 'busy':
      return badge(texts.bulk.busy, 'busy');
    case 'done':
      return html`
        ${badge(texts.bulk.created, 'good')} ${answer ? outward(answer.ticket.url, answer.ticket.number) : nothing}
        ${answer?.warnings.map(({ field, message }) => html`<div class="soft">${field}: ${message}</div>`)}
      `;
    case 'failed':
      return html`
        ${badge(texts.bulk.failed, 'bad')}
        <div>${problem?.detail || problem?.title}</div>
        ${problem?.errors.map(({ field, message }) => html`<div>${field}: ${message}</div>`)}
        <div class="soft">${problem?.resolution} ${texts.who(problem?.whoCanFix ?? '')}</div>
      `;
  }
}
