import { html, nothing } from 'lit';
import { texts } from '../../texts.ts';
import { badge } from '../../parts/badge.ts';
import type { Search } from './search.ts';
import { stateBadge } from './ticket-row.ts';
import type { Ticket } from './ticketing.ts';

/** Which of the found tickets is to be linked. */
interface Choosing {
  readonly chosen: Ticket | undefined;
  readonly choose: (ticket: Ticket) => void;
  readonly isLinked: (ticket: Ticket) => boolean;
}

/** The tickets that a search has found, to choose one of; with the place kept for them. */
export function candidates(search: Search, choosing: Choosing): unknown {
  const count = search.found.value?.length ?? 0;
  return html`
    <div class="candidates" aria-busy=${search.found.busy}>
      <p class="unseen" role="status">${search.asks && !search.found.busy ? texts.linking.found(count) : ''}</p>
      ${search.asks && (search.found.busy || search.found.value || search.found.problem)
        ? search.found.render((tickets) => list(tickets, choosing), 3)
        : nothing}
    </div>
  `;
}

function list(tickets: readonly Ticket[], choosing: Choosing): unknown {
  return tickets.length === 0
    ? html`<p class="soft">${texts.linking.found(0)}</p>`
    : html`
        <fieldset>
          <legend class="unseen">${texts.linking.choose}</legend>
          ${tickets.map((ticket) => candidate(ticket, choosing))}
        </fieldset>
      `;
}

function candidate(ticket: Ticket, { chosen, choose, isLinked }: Choosing): unknown {
  const linked = isLinked(ticket);
  return html`
    <label class="candidate">
      <input
        type="radio"
        name="candidate"
        .checked=${chosen?.id === ticket.id}
        ?disabled=${linked}
        @change=${() => choose(ticket)}
      >
      <span><b>${ticket.number}</b> ${ticket.shortDescription}</span>
      ${linked ? badge(texts.linking.already, 'plain') : stateBadge(ticket.state)}
    </label>
  `;
}
