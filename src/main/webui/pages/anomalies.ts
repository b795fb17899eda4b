import { type PropertyValues, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Page } from '../app/api.ts';
import { Loading } from '../app/loading.ts';
import { ConsolePage } from '../app/page.ts';
import { Deed } from '../parts/deed.ts';
import { texts } from '../texts.ts';
import { emptiness } from './anomalies/emptiness.ts';
import { type Datastore, filters } from './anomalies/filters.ts';
import { excerpt, filterOf, joined } from './anomalies/list.ts';
import { table } from './anomalies/table.ts';
import type { Anomaly } from './anomaly/ticketing.ts';
import '@vaadin/button';

/** The anomalies of the platform: #/anomalies?status=archived&datastore=7. */
@customElement('nb-anomalies')
class Anomalies extends ConsolePage {
  @state() private chosen: ReadonlySet<string> = new Set();
  @state() private bulk: readonly Anomaly[] = [];
  private datastores: readonly Datastore[] = [];
  private asked = '';
  private readonly list = new Loading<Page<Anomaly>>(this, (signal) => excerpt(this.api, filterOf(this.around.query), signal), false);

  private readonly widening = new Deed(this, async (page: Page<Anomaly>) => {
    const next = await excerpt(this.api, filterOf(this.around.query), undefined, page.next);
    // Unless other ones were asked for in the meantime.
    if (this.list.value === page) {
      this.list.value = joined(page, next);
    }
  });

  protected override willUpdate(changed: PropertyValues): void {
    const asked = this.around.query.toString();
    if (changed.has('around') && (asked !== this.asked || !this.hasUpdated)) {
      this.asked = asked;
      this.chosen = new Set();
      void this.list.run();
    }
    this.learn(this.list.value?.items ?? []);
  }

  protected override render(): unknown {
    if (this.bulk.length) {
      return html`<nb-bulk .api=${this.api} .anomalies=${this.bulk} @finished=${this.back}></nb-bulk>`;
    }
    return html`
      <h1 tabindex="-1">${texts.anomalies.title}</h1>
      <p class="soft">${texts.anomalies.purpose}</p>
      ${filters(filterOf(this.around.query), this.datastores)}
      <section class="sheet" aria-label=${texts.anomalies.title} aria-busy=${this.list.busy}>${this.content()}</section>
      ${this.chosen.size ? this.deeds() : nothing}
    `;
  }

  private content(): unknown {
    const filter = filterOf(this.around.query);
    const { problem, value } = this.list;
    if (problem?.type.endsWith(':unknown-connection') || (value && !value.items.length && !value.next)) {
      return emptiness(filter, this.around.session.person.manages, problem);
    }
    return this.list.render(
      (page) => html`
        <p class="unseen" role="status">${this.list.busy ? '' : texts.anomalies.shown(page.items.length)}</p>
        ${table(page.items, { chosen: this.chosen, choose: this.choose })}
        ${this.widening.trouble()}
        ${page.next
          ? html`<vaadin-button class="on" ?disabled=${this.widening.busy} @click=${() => this.more(page)}>${texts.more}</vaadin-button>`
          : nothing}
      `,
      10,
    );
  }

  private deeds(): unknown {
    return html`
      <div class="selection" role="region" aria-label=${texts.anomalies.chosen(this.chosen.size)}>
        <span>${texts.anomalies.chosen(this.chosen.size)}</span>
        <vaadin-button theme="tertiary" @click=${() => (this.chosen = new Set())}>${texts.anomalies.clear}</vaadin-button>
        <vaadin-button theme="primary" @click=${this.begin}>${texts.anomalies.bulk(this.chosen.size)}</vaadin-button>
      </div>
    `;
  }

  private readonly choose = (ids: readonly string[], chosen: boolean): void => {
    const next = new Set(this.chosen);
    for (const id of ids) {
      if (chosen) {
        next.add(id);
      } else {
        next.delete(id);
      }
    }
    this.chosen = next;
  };

  private readonly begin = async (): Promise<void> => {
    await import('./anomalies/bulk.ts');
    this.bulk = this.list.value?.items.filter(({ id }) => this.chosen.has(id)) ?? [];
  };

  private readonly back = async (): Promise<void> => {
    this.bulk = [];
    this.chosen = new Set();
    void this.list.run();
    await this.updateComplete;
    this.querySelector('h1')?.focus();
  };

  private async more(page: Page<Anomaly>): Promise<void> {
    await this.widening.run(page);
    await this.updateComplete;
    this.querySelectorAll<HTMLElement>('a.title')[page.items.length]?.focus();
  }

  private learn(items: readonly Anomaly[]): void {
    const known = new Map(this.datastores.map((datastore) => [datastore.id, datastore]));
    for (const { datastore } of items) {
      if (datastore && !known.has(datastore.id)) {
        known.set(datastore.id, { id: datastore.id, name: datastore.name ?? datastore.id });
      }
    }
    if (known.size > this.datastores.length) {
      this.datastores = [...known.values()].sort((one, other) => one.name.localeCompare(other.name));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-anomalies': Anomalies;
  }
}
