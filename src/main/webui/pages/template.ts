import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Tagged } from '../app/api.ts';
import { Loading } from '../app/loading.ts';
import { ConsolePage } from '../app/page.ts';
import { address } from '../app/routes.ts';
import { all } from '../parts/all.ts';
import { Deed } from '../parts/deed.ts';
import { notice } from '../parts/notice.ts';
import { path } from '../parts/path.ts';
import { chosenTab, tabs } from '../parts/tabs.ts';
import { texts } from '../texts.ts';
import type { Connection } from './connections/connection.ts';
import { type Edits, Editing } from './template/editing.ts';
import { type Page, templateForm } from './template/form.ts';
import { mappingsSheet } from './template/mappings.ts';
import { settingsSheet } from './template/options.ts';
import { stateOf } from './templates/list.ts';
import { type Obstacle, PRODUCT_SYNC, type Template, type TemplateKind } from './templates/template.ts';
import './template/selection.ts';
import './template/state.ts';
import './template/versions.ts';

interface Around {
  readonly kinds: readonly TemplateKind[];
  readonly connections: readonly Connection[];
}

/** One template: whether it runs, what it is told, and what it was told before. */
@customElement('nb-template')
class TemplatePage extends ConsolePage {
  @state() private edits: Edits = {};
  @state() private obstacles: readonly Obstacle[] = [];

  private readonly known = new Loading<Around>(this, async (signal) => {
    const [kinds, connections] = await Promise.all([
      all<TemplateKind>(this.api, '/template-kinds', {}, signal),
      all<Connection>(this.api, '/connections', {}, signal),
    ]);
    return { kinds, connections };
  });
  private readonly template = new Loading<Tagged<Template>>(this, (signal) => this.api.tagged(this.path, signal));

  private readonly saving = new Deed(this, async (editing: Editing) => {
    const headers = { 'if-match': this.template.value?.tag ?? '' };
    const now = await this.api.change<Template>('PUT', this.path, { headers, body: editing.form() });
    this.edits = {};
    this.take(now);
    notice(texts.deeds.saved);
  });

  private get path(): string {
    return `/templates/${encodeURIComponent(this.around.place['id'] ?? '')}`;
  }

  private take(now: Tagged<Template>): void {
    this.template.value = now;
    this.obstacles = now.value.obstacles ?? [];
    this.requestUpdate();
  }

  protected override render(): unknown {
    return html`
      ${path({ title: texts.nav.templates, href: address('templates') })}
      ${this.known.value && this.template.value ? nothing : html`<div class="head"><h1>${texts.untitled.template}</h1></div>`}
      ${this.known.render((known) => this.template.render((now) => this.content(now, known), 10), 10)}
    `;
  }

  private content(now: Tagged<Template>, known: Around): unknown {
    const words = texts.template.tabs;
    const parts = Object.entries(words)
      .filter(([name]) => name !== 'selection' || now.value.kind === PRODUCT_SYNC)
      .map(([name, title]) => ({ name, title }));
    const chosen = chosenTab(parts, this.around.query);
    return html`
      <div class="head"><h1>${now.value.name}</h1>${stateOf(now.value)}</div>
      ${tabs(texts.template.partsLabel, address('templates', now.value.id), parts, chosen)}
      ${this.opened(chosen, now, known)}
    `;
  }

  private opened(chosen: string, now: Tagged<Template>, known: Around): unknown {
    const kind = known.kinds.find((one) => one.kind === now.value.kind);
    if (!kind) {
      throw new Error(`An unknown kind of template: ${now.value.kind}`);
    }
    switch (chosen) {
      case 'settings':
        return this.form(settingsSheet, now, kind, known);
      case 'selection':
        return this.form((editing) => html`<nb-selection .api=${this.api} .editing=${editing}></nb-selection>`, now, kind, known);
      case 'mappings':
        return this.form(mappingsSheet, now, kind, known);
      case 'versions':
        return html`
          <nb-template-versions .api=${this.api} .template=${now.value} .revision=${Number(this.around.query.get('revision'))}></nb-template-versions>
        `;
      default:
        return html`
          <nb-template-state
            .api=${this.api}
            .now=${now}
            .kind=${kind}
            .connections=${known.connections}
            .obstacles=${this.obstacles}
            .unsaved=${this.page.unsaved}
            @news=${this.hear}
          ></nb-template-state>
        `;
    }
  }

  private form(sheet: (editing: Editing) => unknown, now: Tagged<Template>, kind: TemplateKind, known: Around): unknown {
    const deskType = known.connections.find((one) => one.id === now.value.deskId)?.type ?? '';
    const editing = new Editing(now.value, kind, deskType, this.edits, this.saving.problem, this.enter);
    return templateForm(sheet(editing), editing, this.page);
  }

  private get page(): Page {
    return {
      saving: this.saving,
      unsaved: Object.keys(this.edits).length > 0,
      discard: () => this.discard(),
      reload: () => void this.template.run(),
    };
  }

  private readonly enter = (path: string, value: Edits[string]): void => {
    this.edits = { ...this.edits, [path]: value };
  };

  private discard(): void {
    this.edits = {};
    this.saving.forget();
  }

  private readonly hear = (event: CustomEvent<Tagged<Template> | 'unknown'>): void => {
    if (event.detail === 'unknown') {
      void this.template.run();
    } else {
      this.take(event.detail);
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-template': TemplatePage;
  }
}
