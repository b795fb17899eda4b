import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Api } from '../../app/api.ts';
import { Plain } from '../../app/page.ts';
import { address } from '../../app/routes.ts';
import { Deed } from '../../parts/deed.ts';
import { choiceInput, flawIn, textInput } from '../../parts/inputs.ts';
import { texts } from '../../texts.ts';
import type { Connection, Kind } from '../connections/connection.ts';
import type { Template, TemplateKind } from './template.ts';

const EVERY_HOUR = { every: 1, unit: 'hours' };
const SHOWN = new Set(['kind', 'name', 'deskId', 'distributorId']);

/** Keeps a new template, disabled: its kind, and what it joins. The rest is said on its own page. */
@customElement('nb-template-create')
class TemplateCreate extends Plain {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) kinds: readonly TemplateKind[] = [];
  @property({ attribute: false }) connections: readonly Connection[] = [];
  @state() private kind?: string;
  @state() private name?: string;
  @state() private deskId?: string;
  @state() private distributorId?: string;

  private readonly creating = new Deed(this, async () => {
    const { kind, name, deskId, distributorId } = this.wanted;
    const template = await this.api.send<Template>('POST', '/templates', {
      body: { kind, name, deskId, distributorId, schedule: EVERY_HOUR },
    });
    location.hash = `${address('templates', template.id)}?tab=mappings`;
  });

  private get wanted() {
    const kind = this.kind ?? this.kinds[0]?.kind ?? '';
    return {
      kind,
      name: this.name ?? this.kinds.find((one) => one.kind === kind)?.title ?? '',
      deskId: this.deskId ?? this.to('desk')[0]?.id ?? '',
      distributorId: this.distributorId ?? this.to('distributor')[0]?.id ?? '',
    };
  }

  private to(kind: Kind): readonly Connection[] {
    return this.connections.filter((connection) => connection.kind === kind);
  }

  protected override render(): unknown {
    const missing = (['desk', 'distributor'] as const).filter((kind) => this.to(kind).length === 0);
    return missing.length ? this.unready(missing) : this.form();
  }

  private unready(missing: readonly ('desk' | 'distributor')[]): unknown {
    return html`
      <section class="sheet empty">
        <h2>${texts.template.unready}</h2>
        ${missing.map((kind) => html`<p>${texts.template.missing[kind]}</p>`)}
        <p><a class="deed" href="#/connections?connect=">${texts.connections.connect}</a></p>
      </section>
    `;
  }

  private form(): unknown {
    const words = texts.template;
    const { kind, name, deskId, distributorId } = this.wanted;
    const problem = this.creating.problem;
    return html`
      <form class="sheet" @submit=${this.submit} novalidate>
        <div class="fields">
          ${choiceInput(
            { label: words.kind, value: kind, hint: words.kinds[kind] ?? '', wide: true, enter: (chosen) => (this.kind = chosen) },
            this.kinds.map((one) => ({ value: one.kind, label: one.title })),
          )}
          ${textInput({ label: words.name, value: name, required: true, longest: 100, flaw: flawIn(problem, 'name'), enter: (typed) => (this.name = typed) })}
          ${this.choice(words.desk, deskId, 'desk', 'deskId', (id) => (this.deskId = id))}
          ${this.choice(words.distributor, distributorId, 'distributor', 'distributorId', (id) => (this.distributorId = id))}
        </div>
        <p class="soft">${words.afterwards}</p>
        ${this.creating.trouble(undefined, (field) => SHOWN.has(field))}
        <div class="row">
          <vaadin-button theme="primary" ?disabled=${this.creating.busy} @click=${this.press}>${this.creating.busy ? words.creating : words.create}</vaadin-button>
          <a href="#/templates">${texts.cancel}</a>
          <button type="submit" hidden></button>
        </div>
      </form>
    `;
  }

  private choice(label: string, value: string, kind: Kind, field: string, enter: (id: string) => void): unknown {
    const choices = this.to(kind).map((one) => ({ value: one.id, label: one.name }));
    return choices.length ? choiceInput({ label, value, flaw: flawIn(this.creating.problem, field), enter }, choices) : nothing;
  }

  private press(): void {
    this.querySelector('form')?.requestSubmit();
  }

  private submit(event: Event): void {
    event.preventDefault();
    void this.creating.run();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-template-create': TemplateCreate;
  }
}
