import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Api } from '../../app/api.ts';
import { Loading } from '../../app/loading.ts';
import { Plain } from '../../app/page.ts';
import { Deed } from '../../parts/deed.ts';
import { choiceInput } from '../../parts/inputs.ts';
import { texts } from '../../texts.ts';
import { candidates } from './candidates.ts';
import { context } from './context.ts';
import { keepDesk, usualDesk } from './desk.ts';
import { LeadIn, focusFault } from './focus.ts';
import { Search } from './search.ts';
import { type Anomaly, type LinkedTicket, type ListedTicket, type Target, type Ticket, pathOf, targets } from './ticketing.ts';
import '@vaadin/button';
import '@vaadin/text-field';

/** Links a ticket that is there to an anomaly; tells it with {@code done}, and that it was let be with {@code cancel}. */
@customElement('nb-link-ticket')
class LinkTicket extends Plain {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) anomaly!: Anomaly;
  /** What is linked already. */
  @property({ attribute: false }) linked: () => readonly ListedTicket[] = () => [];
  @state() private target?: Target;
  @state() private chosen?: Ticket;
  private readonly desks = new Loading(this, (signal) => this.desksThere(signal));
  private readonly search = new Search(this, () => this.api);

  private readonly linking = new Deed(this, async (ticket: Ticket) => {
    const body = { ticket: ticket.id, connectionId: this.target?.id, anomaly: context(this.anomaly) };
    const detail = await this.api.send<LinkedTicket>('POST', `${pathOf(this.anomaly.id)}/links`, { body });
    this.dispatchEvent(new CustomEvent('done', { detail }));
  });

  constructor() {
    super();
    new LeadIn(this, '[name="ticket"]');
  }

  private async desksThere(signal: AbortSignal): Promise<readonly Target[]> {
    const all = await targets(this.api, signal);
    this.target = usualDesk(all);
    return all;
  }

  protected override render(): unknown {
    return html`
      <section class="sheet" aria-labelledby="link-title">
        <h2 id="link-title">${texts.linking.title}</h2>
        <p>${texts.linking.effect}</p>
        ${this.linking.trouble()}
        ${this.desks.render((all) => (all.length ? this.searching(all) : html`<p class="empty">${texts.ticketForm.nowhere}</p>`), 3)}
      </section>
    `;
  }

  private searching(all: readonly Target[]): unknown {
    return html`
      <form novalidate @submit=${this.submit}>
        <div class="fields">${all.length > 1 ? this.desk(all) : nothing}
          <vaadin-text-field
            class="wide"
            name="ticket"
            label=${texts.linking.search}
            helper-text=${texts.linking.searchHint}
            clear-button-visible
            autocomplete="off"
            @value-changed=${(event: CustomEvent<{ value: string }>) => this.look(event.detail.value)}
          ></vaadin-text-field>
        </div>
        ${candidates(this.search, { chosen: this.chosen, choose: (ticket) => (this.chosen = ticket), isLinked: this.isLinked })}
        <div class="row deeds">
          <vaadin-button theme="primary" ?disabled=${this.linking.busy || !this.chosen} @click=${this.submit}>
            ${this.linking.busy ? texts.linking.linking : texts.linking.link(this.chosen?.number ?? '')}
          </vaadin-button>
          <vaadin-button theme="tertiary" ?disabled=${this.linking.busy} @click=${() => this.dispatchEvent(new CustomEvent('cancel'))}>
            ${texts.cancel}
          </vaadin-button>
        </div>
        <button type="submit" hidden></button>
      </form>
    `;
  }

  private desk(all: readonly Target[]): unknown {
    const items = all.map(({ id, name }) => ({ value: id, label: name }));
    const enter = (chosen: string) => {
      keepDesk(chosen);
      this.target = all.find(({ id }) => id === chosen);
      this.look(this.search.text);
    };
    return choiceInput({ label: texts.ticketForm.connection, value: this.target?.id ?? '', enter }, items);
  }

  private look(text: string): void {
    this.chosen = undefined;
    this.search.run(this.target?.id ?? '', text);
  }

  private readonly isLinked = (ticket: Ticket): boolean =>
    this.linked().some(({ link, ticket: { id } }) => link.connectionId === this.target?.id && id === ticket.id);

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.chosen && !(await this.linking.run(this.chosen))) {
      void focusFault(this);
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-link-ticket': LinkTicket;
  }
}
