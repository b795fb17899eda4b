import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Api } from '../../app/api.ts';
import { Live } from '../../app/live.ts';
import { Loading } from '../../app/loading.ts';
import { Plain } from '../../app/page.ts';
import { Problem } from '../../app/problem.ts';
import { Deed } from '../../parts/deed.ts';
import { notice } from '../../parts/notice.ts';
import { texts } from '../../texts.ts';
import { ticketRow } from './ticket-row.ts';
import { type ListedTicket, pathOf, ticketsOf } from './ticketing.ts';
import '../../parts/ask.ts';

const AGAIN_MILLIS = 15_000;

/** The tickets of an anomaly, each as it is now, for as long as somebody looks. */
@customElement('nb-tickets')
export class Tickets extends Plain {
  @property({ attribute: false }) api!: Api;
  @property() anomaly = '';
  /** Whether links may be removed. */
  @property({ type: Boolean }) mayRemove = false;
  @state() private said = '';
  @state() private doubtful = false;
  @state() private doomed?: ListedTicket;
  private readonly list = new Loading(this, (signal) => ticketsOf(this.api, this.anomaly, signal));

  private readonly removal = new Deed(this, async ({ link, ticket }: ListedTicket) => {
    await this.api.send('DELETE', `${pathOf(this.anomaly)}/links/${link.linkId}`);
    await this.list.run();
    notice(texts.anomaly.removed(ticket.number));
    this.dispatchEvent(new CustomEvent('removed'));
  });

  constructor() {
    super();
    new Live(this, AGAIN_MILLIS, () => this.lookAgain());
  }

  get tickets(): readonly ListedTicket[] {
    return this.list.value ?? [];
  }

  /** Fetches the list again, says why, and leads to the ticket that has come. */
  async show(linkId: string, said: string): Promise<void> {
    await this.list.run();
    await this.updateComplete;
    this.said = said;
    this.querySelector<HTMLElement>(`[data-link="${CSS.escape(linkId)}"]`)?.focus();
  }

  protected override render(): unknown {
    return html`
      <p class="unseen" role="status">${this.said}</p>
      ${this.removal.trouble()}
      ${this.list.render((tickets) => (tickets.length ? this.table(tickets) : html`<p class="soft">${texts.anomaly.noTickets}</p>`), 2)}
      ${this.doubtful ? html`<p class="soft">${texts.anomaly.notRefreshed}</p>` : nothing} ${this.question()}
    `;
  }

  private table(tickets: readonly ListedTicket[]): unknown {
    return html`
      <table class="table">
        <thead>
          <tr>
            ${texts.anomaly.columns.map((column) => html`<th scope="col">${column}</th>`)}
            <th scope="col"><span class="unseen">${texts.anomaly.deeds}</span></th>
          </tr>
        </thead>
        <tbody>
          ${tickets.map((listed) =>
            ticketRow(listed, this.mayRemove ? { busy: this.removal.busy, run: () => (this.doomed = listed) } : undefined),
          )}
        </tbody>
      </table>
    `;
  }

  private question(): unknown {
    return html`
      <nb-ask
        .open=${this.doomed !== undefined}
        .heading=${texts.anomaly.removeTitle(this.doomed?.ticket.number ?? '')}
        .content=${html`<p>${texts.anomaly.removeDetail}</p>`}
        .deed=${texts.anomaly.remove}
        @cancel=${() => (this.doomed = undefined)}
        @confirm=${() => this.doomed && this.unlink(this.doomed)}
      ></nb-ask>
    `;
  }

  private unlink(doomed: ListedTicket): void {
    this.doomed = undefined;
    void this.removal.run(doomed);
  }

  // Quietly: what is shown stays where the look fails, and only what has changed is said.
  private async lookAgain(): Promise<void> {
    const before = this.list.value;
    if (!before || this.list.busy || this.removal.busy) {
      return;
    }
    try {
      const now = await ticketsOf(this.api, this.anomaly);
      // Whoever fetched in the meantime knows better.
      if (this.list.value === before) {
        this.list.value = now;
        this.said = changes(before, now) || this.said;
      }
      this.doubtful = false;
    } catch (failure) {
      if (!(failure instanceof Problem)) {
        throw failure;
      }
      this.doubtful = true;
    }
    this.requestUpdate();
  }
}

function changes(before: readonly ListedTicket[], now: readonly ListedTicket[]): string {
  const states = new Map(before.map(({ link, ticket }) => [link.linkId, ticket.state]));
  return now
    .filter(({ link, ticket }) => states.has(link.linkId) && states.get(link.linkId) !== ticket.state)
    .map(({ ticket }) => texts.anomaly.isNow(ticket.number, ticket.state))
    .join(' ');
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-tickets': Tickets;
  }
}
