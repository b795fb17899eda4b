import { html, nothing } from 'lit';
import { address } from '../../app/routes.ts';
import { moment } from '../../parts/moment.ts';
import { texts } from '../../texts.ts';
import { type Connection, type ConnectionType, type Defaults, servesFor, stateBadge } from './connection.ts';

/** All that the list of connections is made from. */
export interface Known {
  readonly connections: readonly Connection[];
  readonly types: readonly ConnectionType[];
  readonly defaults: Defaults;
}

export function connectionList(known: Known): unknown {
  if (known.connections.length === 0) {
    return html`
      <section class="sheet empty">
        <h2>${texts.connections.none}</h2>
        <p>${texts.connections.noneYet}</p>
      </section>
    `;
  }
  const words = texts.connections.columns;
  return html`
    <div class="sheet">
      <table class="table">
        <caption class="unseen">${texts.nav.connections}</caption>
        <thead>
          <tr>
            <th scope="col">${words.name}</th>
            <th scope="col">${words.system}</th>
            <th scope="col">${words.state}</th>
            <th scope="col">${words.tested}</th>
            <th scope="col">${words.serves}</th>
          </tr>
        </thead>
        <tbody>
          ${[...known.connections].sort((a, b) => a.name.localeCompare(b.name)).map((connection) => row(connection, known))}
        </tbody>
      </table>
    </div>
  `;
}

function row(connection: Connection, known: Known): unknown {
  const words = texts.connections.columns;
  const title = known.types.find((type) => type.type === connection.type)?.title ?? connection.type;
  return html`
    <tr>
      <td class="whole"><a class="name" href=${address('connections', connection.id)}>${connection.name}</a></td>
      <td data-label=${words.system}><span>${title}<br><span class="soft">${new URL(connection.instanceUrl).host}</span></span></td>
      <td data-label=${words.state}>
        <span>${stateBadge(connection)} ${connection.cause ? html`<br><span class="soft">${connection.cause}</span>` : nothing}</span>
      </td>
      <td data-label=${words.tested}>${connection.testedAt ? moment(connection.testedAt) : texts.connections.never}</td>
      <td data-label=${words.serves}>${servesFor(connection, known.defaults).join(', ') || texts.connections.nothing}</td>
    </tr>
  `;
}
