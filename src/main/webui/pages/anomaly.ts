import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { Loading } from '../app/loading.ts';
import { ConsolePage } from '../app/page.ts';
import { Problem } from '../app/problem.ts';
import { address } from '../app/routes.ts';
import { moment } from '../parts/moment.ts';
import { path } from '../parts/path.ts';
import { texts } from '../texts.ts';
import { title } from './anomaly/context.ts';
import { facts, statusBadge } from './anomaly/facts.ts';
import { type Anomaly, DEFAULT_SOURCE, type LinkedTicket, type Warning, pathOf } from './anomaly/ticketing.ts';
import type { Tickets } from './anomaly/tickets.ts';
import './anomaly/create.ts';
import './anomaly/link.ts';
import './anomaly/tickets.ts';
import '@vaadin/button';

/** An anomaly with its tickets: #/anomalies/default/824, with ?create or ?link to open or link one. */
@customElement('nb-anomaly')
class AnomalyPage extends ConsolePage {
  @state() private warnings: readonly Warning[] = [];
  @query('nb-tickets') private tickets!: Tickets;
  private readonly anomaly = new Loading(this, (signal) => this.read(signal));

  private async read(signal: AbortSignal): Promise<Anomaly> {
    const { source = '', id = '' } = this.around.place;
    if (source !== DEFAULT_SOURCE) {
      throw new Problem(404, texts.anomaly.elsewhere(source), texts.anomaly.elsewhereDetail, '', 'operator');
    }
    return this.api.get<Anomaly>(pathOf(id), signal);
  }

  private get isAtWork(): boolean {
    return this.around.query.has('create') || this.around.query.has('link');
  }

  private get here(): string {
    return address('anomalies', this.around.place['source'] ?? '', this.around.place['id'] ?? '');
  }

  protected override render(): unknown {
    return html`
      ${path({ title: texts.nav.anomalies, href: address('anomalies') })}
      ${this.anomaly.value ? nothing : html`<h1>${texts.anomaly.untitled(this.around.place['id'] ?? '')}</h1>`}
      ${this.anomaly.render((anomaly) => this.page(anomaly), 8)}
    `;
  }

  private page(anomaly: Anomaly): unknown {
    return html`
      <div class="head">
        <h1>${title(anomaly)}</h1>
        ${statusBadge(anomaly.status)}
      </div>
      <section class="sheet" aria-label=${texts.anomaly.factsTitle}>
        ${facts(anomaly)}
        ${anomaly.seenAt ? html`<p class="soft">${texts.anomaly.lastHeard} ${moment(anomaly.seenAt)}</p>` : nothing}
      </section>
      ${this.deed(anomaly)}
      <section class="sheet" aria-labelledby="tickets-title">
        <div class="head">
          <h2 id="tickets-title" tabindex="-1">${texts.anomaly.tickets}</h2>
          ${this.deeds(anomaly)}
        </div>
        ${this.warnings.map(({ field, message }) => html`<p class="warning">${field}: ${message}</p>`)}
        <nb-tickets
          .api=${this.api}
          anomaly=${anomaly.id}
          ?mayRemove=${anomaly.may?.link ?? false}
          @removed=${() => this.querySelector<HTMLElement>('#tickets-title')?.focus()}
        ></nb-tickets>
      </section>
    `;
  }

  private deeds(anomaly: Anomaly): unknown {
    return this.isAtWork
      ? nothing
      : html`
      <div class="row">
        ${anomaly.may?.createTicket
          ? html`<vaadin-button theme="primary" @click=${() => this.turn('create')}>${texts.anomaly.create}</vaadin-button>`
          : nothing}
        ${anomaly.may?.link ? html`<vaadin-button @click=${() => this.turn('link')}>${texts.anomaly.linkExisting}</vaadin-button>` : nothing}
      </div>
    `;
  }

  private deed(anomaly: Anomaly): unknown {
    if (this.around.query.has('create') && anomaly.may?.createTicket) {
      return html`
        <nb-create-ticket
          .api=${this.api}
          .anomaly=${anomaly}
          @done=${(event: CustomEvent<LinkedTicket>) => void this.done(event.detail, texts.ticketForm.created)}
          @cancel=${() => this.leave()}
        ></nb-create-ticket>
      `;
    }
    return this.around.query.has('link') && anomaly.may?.link
      ? html`
          <nb-link-ticket
            .api=${this.api}
            .anomaly=${anomaly}
            .linked=${() => this.tickets.tickets}
            @done=${(event: CustomEvent<LinkedTicket>) => void this.done(event.detail, texts.linking.linked)}
            @cancel=${() => this.leave()}
          ></nb-link-ticket>
        `
      : nothing;
  }

  private turn(deed: '' | 'create' | 'link'): void {
    location.hash = deed ? `${this.here}?${deed}` : this.here;
  }

  private leave(): void {
    this.turn('');
    this.querySelector<HTMLElement>('#tickets-title')?.focus();
  }

  private async done({ link, ticket, warnings }: LinkedTicket, say: (number: string) => string): Promise<void> {
    this.warnings = warnings;
    // Going back does not lead to a form whose ticket is there already.
    history.replaceState(null, '', this.here);
    dispatchEvent(new HashChangeEvent('hashchange'));
    await this.tickets.show(link.linkId, say(ticket.number));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-anomaly': AnomalyPage;
  }
}
