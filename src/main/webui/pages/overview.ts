import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { withQuery } from '../app/api.ts';
import { number, timeZone } from '../app/format.ts';
import { Live } from '../app/live.ts';
import { Loading } from '../app/loading.ts';
import { ConsolePage } from '../app/page.ts';
import { address } from '../app/routes.ts';
import { stateBadge } from './connections/connection.ts';
import { type Mood, badge } from '../parts/badge.ts';
import { moment } from '../parts/moment.ts';
import { texts } from '../texts.ts';
import type { Overview, Tally } from './overview/model.ts';
import './overview/charts.ts';

const DAYS = 14;
const LOOK_AGAIN_MILLIS = 15_000;

/** How things are, at one glance: what works, what happened, and what waits for somebody. */
@customElement('nb-overview')
class OverviewPage extends ConsolePage {
  private readonly overview = new Loading(this, (signal) =>
    this.api.get<Overview>(withQuery('/overview', { timeZone, days: DAYS }), signal),
  );

  constructor() {
    super();
    new Live(this, LOOK_AGAIN_MILLIS, () => this.overview.refresh());
  }

  protected override render(): unknown {
    return html`
      <div class="head"><h1>${texts.nav.overview}</h1></div>
      ${this.overview.render((overview) => this.show(overview), 12)}
    `;
  }

  private show(overview: Overview): unknown {
    const words = texts.overview;
    return html`
      <section aria-labelledby="today">
        <h2 id="today">${words.today}</h2>
        <div class="tiles">
          ${this.tile(words.success, number(overview.today.success), 'plain', '#/activity?days=1&result=success')}
          ${this.tile(words.partialSuccess, number(overview.today.partialSuccess), overview.today.partialSuccess ? 'fair' : 'plain', '#/activity?days=1&result=partial-success')}
          ${this.tile(words.failed, number(overview.today.failed), overview.today.failed ? 'bad' : 'plain', '#/activity?days=1&result=failed')}
          ${this.tile(words.underWay, number(overview.underWay.length), overview.underWay.length ? 'busy' : 'plain', '#/activity?days=1&result=under-way')}
        </div>
      </section>
      <section class="sheet">
        <h2>${words.waiting}</h2>
        <dl class="facts">
          <dt>${words.oldest}</dt>
          <dd>
            ${overview.undelivered.oldest
              ? html`${moment(overview.undelivered.oldest)}${words.tickets(atLeast(overview.undelivered.waiting, overview.undelivered.more))}`
              : words.nothingWaits}
          </dd>
          <dt>${words.dead}</dt>
          <dd>
            ${overview.dead.count
              ? html`${badge(atLeast(overview.dead.count, overview.dead.more), 'bad')} <a href="#/activity?days=30&result=failed&operation=note">${words.seeDead}</a>`
              : words.noDead}
          </dd>
        </dl>
      </section>
      <section class="sheet">
        <h2>${words.connections}</h2>
        ${overview.connections.length ? this.connections(overview) : html`<p class="empty">${words.noConnections} <a href="#/connections">${words.connect}</a></p>`}
      </section>
      <section class="sheet">
        <h2>${words.days(DAYS)}</h2>
        ${overview.operations.some(happened)
          ? html`<nb-charts .days=${overview.days} .operations=${overview.operations}></nb-charts>`
          : html`<p class="empty">${words.noActions}</p>`}
      </section>
    `;
  }

  private tile(label: string, value: string, mood: Mood, href: string): unknown {
    return html`<a class="sheet tile ${mood}" href=${href}><b>${value}</b><span>${label}</span></a>`;
  }

  private connections(overview: Overview): unknown {
    return html`
      <ul class="bare">
        ${overview.connections.map(
          (connection) => html`
            <li class="row">
              <a href=${address('connections', connection.id)}>${connection.name}</a>
              ${stateBadge(connection)}
              ${connection.problem ? html`<span>${connection.problem}</span>` : nothing}
              ${connection.testedAt ? html`<span class="soft">${texts.overview.tested} ${moment(connection.testedAt)}</span>` : nothing}
            </li>
          `,
        )}
      </ul>
    `;
  }
}

function happened({ success, partialSuccess, failed }: Tally): boolean {
  return success + partialSuccess + failed > 0;
}

function atLeast(count: number, more?: boolean): string {
  return more ? texts.overview.atLeast(number(count)) : number(count);
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-overview': OverviewPage;
  }
}
