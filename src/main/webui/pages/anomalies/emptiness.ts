import { html, nothing } from 'lit';
import { withQuery } from '../../app/api.ts';
import type { Problem } from '../../app/problem.ts';
import { address } from '../../app/routes.ts';
import { texts } from '../../texts.ts';
import { type Filter, OPEN } from './list.ts';

/** Why there is no anomaly to see, and what to do about it. */
export function emptiness(filter: Filter, manages: boolean, noPlatform?: Problem): unknown {
  return noPlatform ? unconnected(manages) : nothingFound(filter, manages);
}

function unconnected(manages: boolean): unknown {
  return html`
    <div class="empty">
      <h2>${texts.anomalies.noPlatform}</h2>
      <p>${texts.anomalies.noPlatformDetail}</p>
      <p>
        ${manages
          ? html`<a href=${withQuery(address('connections'), { connect: 'qualytics' })}>${texts.anomalies.connect}</a>`
          : texts.anomalies.askManager}
      </p>
    </div>
  `;
}

function nothingFound(filter: Filter, manages: boolean): unknown {
  const filtered = filter.status !== OPEN || filter.datastore !== undefined;
  return html`
    <div class="empty">
      <h2>${texts.anomalies.none}</h2>
      <p>${filtered ? texts.anomalies.noneFiltered : texts.anomalies.noneOpen}</p>
      ${manages ? nothing : html`<p>${texts.anomalies.noneForTeams}</p>`}
    </div>
  `;
}
