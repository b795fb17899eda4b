import { html, nothing } from 'lit';
import { badge } from '../../parts/badge.ts';
import { texts } from '../../texts.ts';
import type { ConnectionType } from './connection.ts';

/** What can be connected, for people to choose from. */
export function typeChoice(types: readonly ConnectionType[]): unknown {
  return html`
    <ul class="cards">
      ${types.map(
        (type) => html`
          <li class="sheet">
            <h2><a href=${`#/connections?connect=${encodeURIComponent(type.type)}`}>${type.title}</a></h2>
            <p class="soft">${texts.connect.kinds[type.kind]}</p>
            ${type.hasClient ? nothing : html`<p>${badge(texts.connect.later, 'fair')} ${texts.connect.preparedOnly}</p>`}
          </li>
        `,
      )}
    </ul>
  `;
}
