import { html, nothing } from 'lit';
import { address } from '../../app/routes.ts';
import { moment } from '../../parts/moment.ts';
import { texts } from '../../texts.ts';
import { title } from '../anomaly/context.ts';
import { datastore, statusBadge } from '../anomaly/facts.ts';
import type { Anomaly } from '../anomaly/ticketing.ts';

/** Which anomalies are chosen, and how one chooses. */
export interface Choosing {
  readonly chosen: ReadonlySet<string>;
  readonly choose: (ids: readonly string[], chosen: boolean) => void;
}

/** Anomalies, each with a box to choose it. */
export function table(anomalies: readonly Anomaly[], choosing: Choosing): unknown {
  const ids = anomalies.map(({ id }) => id);
  const all = ids.every((id) => choosing.chosen.has(id));
  return html`
    <label class="tick all">
      <input
        type="checkbox"
        .checked=${all}
        .indeterminate=${!all && choosing.chosen.size > 0}
        @change=${() => choosing.choose(ids, !all)}
      >
      ${texts.anomalies.chooseAll}
    </label>
    <table class="table">
      <thead>
        <tr>
          <th scope="col"><span class="unseen">${texts.anomalies.chosenColumn}</span></th>
          ${texts.anomalies.columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>${anomalies.map((anomaly) => row(anomaly, choosing))}</tbody>
    </table>
  `;
}

function row(anomaly: Anomaly, { chosen, choose }: Choosing): unknown {
  const [, where = '', status = '', detected = '', tickets = ''] = texts.anomalies.columns;
  return html`
    <tr>
      <td class="whole tick">
        <input
          type="checkbox"
          aria-label=${texts.anomalies.choose(anomaly.id)}
          .checked=${chosen.has(anomaly.id)}
          @change=${(event: Event & { currentTarget: HTMLInputElement }) => choose([anomaly.id], event.currentTarget.checked)}
        >
      </td>
      <td class="whole">
        <a class="title" href=${address('anomalies', anomaly.source, anomaly.id)}>${title(anomaly)}</a>
        <span class="soft">${anomaly.id}${anomaly.type ? ` · ${anomaly.type}` : ''}</span>
      </td>
      <td class="where" data-label=${where}>
        <div>${anomaly.container ?? ''}<div class="soft">${datastore(anomaly)}</div></div>
      </td>
      <td data-label=${status}><div>${statusBadge(anomaly.status)}</div></td>
      <td data-label=${detected}>${anomaly.detectedAt ? moment(anomaly.detectedAt) : nothing}</td>
      <td data-label=${tickets}>${anomaly.tickets ? texts.anomalies.tickets(anomaly.tickets) : '–'}</td>
    </tr>
  `;
}
