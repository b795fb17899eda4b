import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { type Page, withQuery } from '../app/api.ts';
import { Live } from '../app/live.ts';
import { Loading } from '../app/loading.ts';
import { ConsolePage } from '../app/page.ts';
import { texts } from '../texts.ts';
import type { Connected, Entry } from './activity/entry-model.ts';
import { type Wanted, asked, wantedBy } from './activity/filters.ts';
import './activity/export.ts';
import './activity/replay.ts';
import './activity/table.ts';
import '@vaadin/button';

const PAGE = 50;
const LOOK_AGAIN_MILLIS = 5_000;
// A search that has found nothing goes on by itself so often; then the person decides.
const LONGEST_SEARCH = 20;

interface Shown {
  readonly entries: readonly Entry[];
  readonly next?: string;
}

/** The Sync Activity Log: what happened, newest first, as the address says which. */
@customElement('nb-activity')
class Activity extends ConsolePage {
  @state() private fresh: readonly Entry[] = [];
  @state() private exporting = false;
  @state() private replaying = false;

  private asked = '';
  private readonly connections = new Loading(this, async (signal) => this.api.get<Page<Connected>>('/connections?limit=100', signal));
  private readonly shown = new Loading<Shown>(this, (signal) => this.search(undefined, signal), false);

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

  private fetch(cursor: string | undefined, signal?: AbortSignal): Promise<Page<Entry>> {
    return this.api.get(withQuery('/activity', { ...asked(this.wanted), limit: PAGE, cursor }), signal);
  }

  // However much there is to search, each answer looks at a part of it only.
  private async search(cursor: string | undefined, signal: AbortSignal): Promise<Shown> {
    let page = await this.fetch(cursor, signal);
    for (let turn = 1; page.items.length === 0 && page.next && turn < LONGEST_SEARCH; turn++) {
      page = await this.fetch(page.next, signal);
    }
    return { entries: page.items, next: page.next };
  }

  private async further(): Promise<void> {
    const before = this.shown.value;
    if (before) {
      const more = await this.search(before.next, new AbortController().signal);
      this.shown.value = { entries: [...before.entries, ...more.entries], next: more.next };
      this.requestUpdate();
    }
  }

  // What is under way moves on where it stands; what is new waits to be asked for, so that nothing jumps.
  private async look(): Promise<void> {
    const before = this.shown.value;
    if (!before || this.shown.busy) {
      return;
    }
    const newest = new Map((await this.fetch(undefined)).items.map((entry) => [entry.id, entry]));
    const known = new Set(before.entries.map((entry) => entry.id));
    this.shown.value = { ...before, entries: before.entries.map((entry) => newest.get(entry.id) ?? entry) };
    this.fresh = [...newest.values()].filter((entry) => !known.has(entry.id));
  }

  private showFresh(): void {
    const before = this.shown.value;
    if (before) {
      this.shown.value = { ...before, entries: [...this.fresh, ...before.entries] };
      this.fresh = [];
    }
  }

  protected override render(): unknown {
    const words = texts.activity;
    const connections = this.connections.value?.items ?? [];
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
        <nb-filters .wanted=${this.wanted} .connections=${connections} @wanted=${this.turnTo}></nb-filters>
      </section>
      <p class="fresh" role="status">
        ${this.fresh.length
          ? html`<vaadin-button theme="tertiary small" @click=${this.showFresh}>${words.fresh(this.fresh.length)}</vaadin-button>`
          : nothing}
      </p>
      ${this.shown.render((shown) => this.list(shown, connections), 8)}
    `;
  }

  private list(shown: Shown, connections: readonly Connected[]): unknown {
    const words = texts.activity;
    return html`
      ${shown.entries.length
        ? html`<section class="sheet"><nb-entries .api=${this.api} .entries=${shown.entries} .connections=${connections}></nb-entries></section>`
        : html`<section class="empty"><h2>${shown.next ? words.notYet : words.none}</h2><p>${words.noneHint}</p></section>`}
      ${shown.next ? html`<vaadin-button @click=${this.further}>${shown.entries.length ? texts.more : words.searchOn}</vaadin-button>` : nothing}
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
