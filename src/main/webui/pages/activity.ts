import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { type Page, withQuery } from '../app/api.ts';
import { Live } from '../app/live.ts';
import { Loading } from '../app/loading.ts';
import { ConsolePage } from '../app/page.ts';
import { all } from '../parts/all.ts';
import { Deed } from '../parts/deed.ts';
import { texts } from '../texts.ts';
import type { Connected, Entry, Named } from './activity/entry-model.ts';
import { type Wanted, asked, wantedBy } from './activity/filters.ts';
import { entries, search } from './activity/search.ts';
import './activity/export.ts';
import './activity/replay.ts';
import './activity/table.ts';
import '@vaadin/button';

const LOOK_AGAIN_MILLIS = 5_000;
const NONE: readonly never[] = [];

/** The Sync Activity Log: what happened, newest first, as the address says which. */
@customElement('nb-activity')
class Activity extends ConsolePage {
  @state() private fresh: readonly Entry[] = [];
  @state() private exporting = false;
  @state() private replaying = false;

  private asked = '';
  private readonly connections = new Loading<Connected[]>(this, (signal) => all(this.api, '/connections', {}, signal));
  private readonly templates = new Loading<Named[]>(this, (signal) => all(this.api, '/templates', {}, signal));
  private readonly shown = new Loading(this, (signal) => search(this.api, this.wanted, undefined, signal), false);

  private readonly widening = new Deed(this, async (before: Page<Entry>) => {
    const more = await search(this.api, this.wanted, before.next);
    // Unless other ones were asked for in the meantime; what is under way may have moved on.
    const shown = this.shown.value;
    if (shown && shown.next === before.next) {
      this.shown.value = { ...more, items: [...shown.items, ...more.items] };
    }
  });

  constructor() {
    super();
    new Live(this, LOOK_AGAIN_MILLIS, () => this.look());
  }

  protected override willUpdate(): void {
    const query = this.around.query.toString();
    if (query !== this.asked || !this.hasUpdated) {
      this.asked = query;
      this.fresh = [];
      this.shown.value = undefined;
      void this.shown.run();
    }
  }

  private get wanted(): Wanted {
    return wantedBy(this.around.query);
  }


  // What is under way moves on where it stands; what is new waits to be asked for, so that nothing jumps.
  private async look(): Promise<void> {
    const before = this.shown.value;
    if (!before || this.shown.busy) {
      return;
    }
    const newest = new Map((await entries(this.api, this.wanted)).items.map((entry) => [entry.id, entry]));
    // Whoever fetched in the meantime knows better.
    if (this.shown.value !== before) {
      return;
    }
    const known = new Set(before.items.map((entry) => entry.id));
    this.shown.value = { ...before, items: before.items.map((entry) => newest.get(entry.id) ?? entry) };
    this.fresh = [...newest.values()].filter((entry) => !known.has(entry.id));
  }

  private showFresh(): void {
    const before = this.shown.value;
    if (before) {
      this.shown.value = { ...before, items: [...this.fresh, ...before.items] };
      this.fresh = [];
    }
  }

  protected override render(): unknown {
    const words = texts.activity;
    const connections = this.connections.value ?? NONE;
    return html`
      <div class="head">
        <div>
          <h1>${words.title}</h1>
          <p class="soft">${words.purpose}</p>
        </div>
        <div class="row">
          <vaadin-button aria-expanded=${this.replaying} @click=${() => (this.replaying = !this.replaying)}>${words.replay.open}</vaadin-button>
          <vaadin-button aria-expanded=${this.exporting} @click=${() => (this.exporting = !this.exporting)}>${words.export.open}</vaadin-button>
        </div>
      </div>
      ${this.replaying ? html`<section class="sheet"><nb-replay .api=${this.api} .connections=${connections}></nb-replay></section>` : nothing}
      ${this.exporting
        ? html`
            <section class="sheet">
              <h2>${words.export.name}</h2>
              <p class="soft">${words.export.detail}</p>
              <nb-export .api=${this.api} .wanted=${asked(this.wanted)}></nb-export>
            </section>
          `
        : nothing}
      <section class="sheet">
        <nb-filters .wanted=${this.wanted} .connections=${connections} .templates=${this.templates.value ?? NONE} @wanted=${this.turnTo}></nb-filters>
      </section>
      <p class="fresh" role="status">
        ${this.fresh.length
          ? html`<vaadin-button theme="tertiary small" @click=${this.showFresh}>${words.fresh(this.fresh.length)}</vaadin-button>`
          : nothing}
      </p>
      ${this.shown.render((shown) => this.list(shown), 8)}
    `;
  }

  private list(shown: Page<Entry>): unknown {
    const words = texts.activity;
    return html`
      ${shown.items.length
        ? html`<section class="sheet"><nb-entries .api=${this.api} .entries=${shown.items} .connections=${this.connections.value}></nb-entries></section>`
        : html`<section class="empty"><h2>${shown.next ? words.notYet : words.none}</h2><p>${words.noneHint}</p></section>`}
      ${this.widening.trouble()}
      ${shown.next
        ? html`
            <vaadin-button ?disabled=${this.widening.busy} @click=${() => this.widening.run(shown)}>
              ${shown.items.length ? texts.more : words.searchOn}
            </vaadin-button>
          `
        : nothing}
    `;
  }

  private turnTo(event: CustomEvent<Wanted>): void {
    location.hash = withQuery('#/activity', { ...event.detail });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-activity': Activity;
  }
}
