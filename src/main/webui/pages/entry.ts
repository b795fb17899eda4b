import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { type Page, withQuery } from '../app/api.ts';
import { duration, number, time } from '../app/format.ts';
import { Live } from '../app/live.ts';
import { Loading } from '../app/loading.ts';
import { ConsolePage } from '../app/page.ts';
import { address } from '../app/routes.ts';
import { all } from '../parts/all.ts';
import { badge } from '../parts/badge.ts';
import { Deed } from '../parts/deed.ts';
import { path } from '../parts/path.ts';
import { texts } from '../texts.ts';
import { bundle } from './activity/bundle.ts';
import { type Connected, type Entry, type Failure, type Named, mood, total } from './activity/entry-model.ts';
import { connectionOf, named, subjects } from './activity/subjects.ts';
import './activity/deeds.ts';
import '@vaadin/button';
import '@vaadin/progress-bar';

const LOOK_AGAIN_MILLIS = 2_000;

// Whoever these are, what they have to do is at the connected system.
const GUIDED = new Set(['administrator', 'remote owner']);

/** One entry of the log: what happened, what failed in it, who can put that right, and how. */
@customElement('nb-entry')
class EntryPage extends ConsolePage {
  @state() private further: readonly Failure[] = [];
  @state() private next?: string;

  private readonly entry = new Loading(this, (signal) => this.api.get<Entry>(this.path, signal));
  private readonly connections = new Loading<Connected[]>(this, (signal) => all(this.api, '/connections', {}, signal));
  private readonly templates = new Loading<Named[]>(this, (signal) => all(this.api, '/templates', {}, signal));
  private readonly packing = new Deed(this, (entry: Entry) => bundle(this.api, [entry.id]));

  // The entry holds the first ones; the list of all begins with them.
  private readonly widening = new Deed(this, async (entry: Entry) => {
    const page = await this.api.get<Page<Failure>>(withQuery(`${this.path}/failures`, { limit: 100, cursor: this.next }));
    this.further = [...this.further, ...(this.next ? page.items : page.items.slice(entry.failures.length))];
    this.next = page.next;
  });

  constructor() {
    super();
    new Live(this, LOOK_AGAIN_MILLIS, () => this.look());
  }

  private get path(): string {
    return `/activity/${encodeURIComponent(this.around.place['id'] ?? '')}`;
  }

  private async look(): Promise<void> {
    if (this.entry.value?.result === 'under-way') {
      await this.entry.refresh();
    }
  }

  protected override render(): unknown {
    return html`
      ${path({ title: texts.activity.title, href: address('activity') })}
      ${this.entry.value ? nothing : html`<div class="head"><h1>${texts.untitled.entry}</h1></div>`}
      ${this.entry.render((entry) => this.show(entry), 8)}
    `;
  }

  private show(entry: Entry): unknown {
    const words = texts.activity;
    return html`
      <div class="head">
        <h1>${named(entry)}</h1>
        ${badge(words.result(entry.result), mood(entry))}
        <vaadin-button ?disabled=${this.packing.busy} @click=${() => this.packing.run(entry)}>
          ${words.bundle.button}
        </vaadin-button>
      </div>
      ${this.packing.trouble()}
      <section class="sheet">${this.facts(entry)}</section>
      ${entry.ignored ? html`<section class="sheet"><p>${words.ignoredBy(entry.ignored.by, time(entry.ignored.at))}</p><p>${entry.ignored.reason}</p></section>` : nothing}
      ${entry.failures.length ? this.failures(entry) : nothing}
      <nb-deeds .api=${this.api} .entry=${entry} @done=${() => this.entry.run()}></nb-deeds>
    `;
  }

  private facts(entry: Entry): unknown {
    const words = texts.activity;
    const { run } = entry.subjects;
    const all = total(entry);
    const about = subjects(entry);
    return html`
      ${entry.result === 'under-way'
        ? html`<vaadin-progress-bar aria-label=${words.progress} .value=${all ? (all - entry.counts.left) / all : 0}></vaadin-progress-bar>`
        : nothing}
      <dl class="facts">
        <dt>${words.when}</dt>
        <dd><time datetime=${entry.at}>${time(entry.at)}</time></dd>
        ${about.length ? html`<dt>${words.about}</dt><dd><span class="subjects">${about}</span></dd>` : nothing}
        ${entry.connectionId ? html`<dt>${words.connection}</dt><dd>${connectionOf(entry, this.connections.value)}</dd>` : nothing}
        ${entry.template ? html`<dt>${words.template}</dt><dd>${this.template(entry.template)}</dd>` : nothing}
        ${run ? html`<dt>${words.run}</dt><dd><a href=${address('product-runs', run)}>${words.productByProduct}</a></dd>` : nothing}
        <dt>${words.startedBy}</dt>
        <dd>${entry.startedBy}</dd>
        <dt>${words.counts}</dt>
        <dd>${words.counted(number(entry.counts.done), number(entry.counts.failed), number(entry.counts.left))}</dd>
        <dt>${words.took}</dt>
        <dd>${duration(entry.durationMillis)}, ${words.remoteCalls(entry.remoteCalls)}</dd>
        <dt>${words.function}</dt>
        <dd><code>${entry.function}</code></dd>
        ${entry.correlationId ? html`<dt>${words.correlationId}</dt><dd><code>${entry.correlationId}</code></dd>` : nothing}
      </dl>
    `;
  }

  private failures(entry: Entry): unknown {
    const words = texts.activity;
    const shown = [...entry.failures, ...this.further];
    return html`
      <h2>${words.failures}</h2>
      ${shown.map(
        (failure) => html`
          <article class="sheet failure">
            ${failure.subject === entry.subjects['run'] ? nothing : html`<h3>${failure.subject}</h3>`}
            <p>${failure.cause}</p>
            ${failure.resolution ? html`<p><b>${words.resolution}</b> ${failure.resolution}</p>` : nothing}
            <p class="soft">${texts.who(failure.whoCanFix)} ${GUIDED.has(failure.whoCanFix) ? this.guide(entry) : nothing}</p>
          </article>
        `,
      )}
      ${entry.counts.failed > shown.length
        ? html`<vaadin-button ?disabled=${this.widening.busy} @click=${() => this.widening.run(entry)}>${texts.more}</vaadin-button>`
        : nothing}
      ${this.widening.trouble()}
    `;
  }

  private template(id: string): unknown {
    const known = this.templates.value?.find((template) => template.id === id);
    return html`<a href=${address('templates', id)}>${known?.name ?? id}</a>`;
  }

  private guide(entry: Entry): unknown {
    const connected = this.connections.value?.find(({ id }) => id === entry.connectionId);
    return connected ? html`<a href=${address('guides', connected.type)}>${texts.activity.guide}</a>` : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-entry': EntryPage;
  }
}
