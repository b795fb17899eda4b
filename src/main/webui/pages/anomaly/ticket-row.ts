import { html, nothing } from 'lit';
import { texts } from '../../texts.ts';
import { type Mood, badge } from '../../parts/badge.ts';
import { outward } from '../../parts/link.ts';
import { moment } from '../../parts/moment.ts';
import type { ListedTicket } from './ticketing.ts';
import '@vaadin/button';

const UNKNOWN = 'Unknown';

/** The removal of a link, where it may be removed. */
interface Removal {
  readonly busy: boolean;
  readonly run: () => void;
}

/** A linked ticket in a table. */
export function ticketRow(listed: ListedTicket, removal?: Removal): unknown {
  const { link, ticket } = listed;
  const [, stateColumn = '', priority = '', lastSync = ''] = texts.anomaly.columns;
  return html`
    <tr data-link=${link.linkId} tabindex="-1">
      <td class="whole"><div><b>${ticket.number}</b><div>${ticket.shortDescription}</div></div></td>
      <td data-label=${stateColumn}>${state(listed)}</td>
      <td data-label=${priority}>${ticket.priority}</td>
      <td data-label=${lastSync}>${moment(ticket.lastSync)}</td>
      <td class="whole">
        <div class="row">
          ${outward(ticket.url, html`${texts.anomaly.view}<span class="unseen">${` ${ticket.number} ${texts.anomaly.newTab}`}</span>`)}
          ${removal
            ? html`
                <vaadin-button
                  theme="tertiary small"
                  aria-label=${texts.anomaly.removeOne(ticket.number)}
                  ?disabled=${removal.busy}
                  @click=${removal.run}
                >${removal.busy ? texts.anomaly.removing : texts.anomaly.remove}</vaadin-button>
              `
            : nothing}
        </div>
      </td>
    </tr>
  `;
}

function state({ ticket, unknown }: ListedTicket): unknown {
  return html`
    <div>
      ${stateBadge(ticket.state)}
      ${ticket.assignedTo ? html`<div class="soft">${ticket.assignedTo}</div>` : nothing}
      ${unknown
        ? html`
            ${ticket.lastState ? html`<div class="soft">${texts.anomaly.lastState(ticket.lastState)}</div>` : nothing}
            <div>${unknown.cause}</div>
            <div class="soft">${unknown.resolution} ${texts.who(unknown.whoCanFix)}</div>
          `
        : nothing}
    </div>
  `;
}

/** A ticket's state as the desk words it. */
export function stateBadge(state: string): unknown {
  return badge(state, mood(state));
}

function mood(state: string): Mood {
  if (state === UNKNOWN) {
    return 'fair';
  }
  return /resolved|closed|complete|cancel/i.test(state) ? 'good' : 'busy';
}
