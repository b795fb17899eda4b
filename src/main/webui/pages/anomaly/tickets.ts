import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Api, Problem } from '../../app/api.ts';
import { Loading } from '../../app/loading.ts';
import { Plain } from '../../app/page.ts';
import { notice } from '../../parts/notice.ts';
import { texts } from '../../texts.ts';
import { ticketRow } from './ticket-row.ts';
import { type ListedTicket, pathOf, ticketsOf } from './ticketing.ts';
import { Visibly } from './visibly.ts';
import '@vaadin/confirm-dialog';

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
  @state() private removing = '';
  @state() private problem?: Problem;
  private readonly list = new Loading(this, (signal) => ticketsOf(this.api, this.anomaly, signal));

  constructor() {
    super();
    new Visibly(this, AGAIN_MILLIS, () => this.lookAgain());
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
      ${this.problem ? html`<nb-problem .problem=${this.problem}></nb-problem>` : nothing}
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
            ticketRow(listed, this.mayRemove ? { busy: this.removing === listed.link.linkId, run: () => (this.doomed = listed) } : undefined),
          )}
        </tbody>
      </table>
    `;
  }

  private question(): unknown {
    const number = this.doomed?.ticket.number ?? '';
    return html`
      <vaadin-confirm-dialog
        header=${texts.anomaly.removeTitle(number)}
        message=${texts.anomaly.removeDetail}
        confirm-text=${texts.anomaly.remove}
        confirm-theme="error primary"
        cancel-button-visible
        cancel-text=${texts.cancel}
        .opened=${this.doomed !== undefined}
        @confirm=${() => this.doomed && void this.unlink(this.doomed)}
        @opened-changed=${(event: CustomEvent<{ value: boolean }>) => !event.detail.value && (this.doomed = undefined)}
      ></vaadin-confirm-dialog>
    `;
  }

  private async unlink({ link, ticket }: ListedTicket): Promise<void> {
    this.removing = link.linkId;
    this.problem = undefined;
    try {
      await this.api.send('DELETE', `${pathOf(this.anomaly)}/links/${link.linkId}`);
      await this.list.run();
      notice(texts.anomaly.removed(ticket.number));
      this.dispatchEvent(new CustomEvent('removed'));
    } catch (failure) {
      if (!(failure instanceof Problem)) {
        throw failure;
      }
      this.problem = failure;
    } finally {
      this.removing = '';
    }
  }

  // Quietly: what is shown stays where the look fails, and only what has changed is said.
  private async lookAgain(): Promise<void> {
    const before = this.list.value;
    if (!before || this.list.busy || this.removing) {
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
