import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { type Connection, PRICE_LIST } from '../connections/connection.ts';
import { Deed } from '../../parts/deed.ts';
import { flawIn, textInput } from '../../parts/inputs.ts';
import { notice } from '../../parts/notice.ts';
import { texts } from '../../texts.ts';
import { ConnectionPart } from './around.ts';
import { type Edited, columnFields, perTable, presetOf, settingField, settingsOf, tableField } from './setting-fields.ts';
import '../../parts/pairs.ts';

const DEFAULT = 'default.';

/** What a connection is told. Edits lie over what is kept, so that they outlive what others save meanwhile. */
@customElement('nb-connection-settings')
class SettingsPart extends ConnectionPart {
  @state() private name?: string;
  @state() private edits: Readonly<Record<string, string | undefined>> = {};
  @state() private addedTables: readonly string[] = [];
  @state() private newTable = '';

  private readonly saving = new Deed(this, async () => {
    const now = await this.api.change<Connection>('PATCH', this.path, {
      headers: this.ifMatch,
      body: { name: this.name ?? this.connection.name, settings: this.wanted() },
    });
    this.edits = {};
    this.name = undefined;
    this.tell(now);
    notice(texts.deeds.saved);
  });

  private readonly edited: Edited = {
    value: (name) => this.all()[name] ?? presetOf(name),
    flaw: (name) => flawIn(this.saving.problem, `settings.${name}`),
    enter: (name, value) => (this.edits = { ...this.edits, [name]: value }),
  };

  private all(): Record<string, string> {
    const all = Object.entries({ ...this.connection.settings, ...this.edits });
    return Object.fromEntries(all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  }

  private wanted(): Record<string, string> {
    return Object.fromEntries(Object.entries(this.all()).filter(([, value]) => value.trim() !== ''));
  }

  protected override render(): unknown {
    const words = texts.settings;
    return html`
      <form @submit=${this.submit} novalidate>
        <section class="sheet">
          <h2>${words.general}</h2>
          <div class="fields">
            ${textInput({
              label: words.name,
              value: this.name ?? this.connection.name,
              required: true,
              longest: 100,
              flaw: flawIn(this.saving.problem, 'name'),
              enter: (name) => (this.name = name),
            })}
            ${settingsOf(this.connection).map((name) => settingField(name, this.edited))}
          </div>
        </section>
        ${this.connection.type === PRICE_LIST ? html`<section class="sheet">${columnFields(this.edited)}</section>` : nothing}
        ${this.connection.kind === 'desk' ? [this.tables(), this.defaults()] : nothing}
        ${this.saving.trouble(this.reload, (field) => field === 'name' || field.startsWith('settings.'))}
        <div class="saver">
          <vaadin-button theme="primary" ?disabled=${this.saving.busy} @click=${this.press}>
            ${this.saving.busy ? texts.deeds.saving : texts.deeds.save}
          </vaadin-button>
        </div>
        <button type="submit" hidden></button>
      </form>
    `;
  }

  private tables(): unknown {
    const words = texts.settings;
    return html`
      <section class="sheet">
        <h2>${words.perTable}</h2>
        <p class="soft">${words.perTableHint}</p>
        ${this.tableNames().map(
          (table) => html`
            <h3><code>${table}</code></h3>
            <div class="fields">${perTable.map((name) => tableField(name, table, this.edited))}</div>
          `,
        )}
        <div class="row adder">
          ${textInput({ label: words.table, hint: words.tableHint, value: this.newTable, enter: (table) => (this.newTable = table) })}
          <vaadin-button ?disabled=${!this.newTable.trim()} @click=${this.addTable}>${words.addTable}</vaadin-button>
        </div>
      </section>
    `;
  }

  private tableNames(): string[] {
    const named = Object.keys(this.all())
      .filter((name) => perTable.includes(name.split('.')[0] ?? ''))
      .map((name) => name.slice(name.indexOf('.') + 1));
    return [...new Set(['incident', ...named, ...this.addedTables])];
  }

  private addTable(): void {
    this.addedTables = [...this.addedTables, this.newTable.trim()];
    this.newTable = '';
  }

  private defaults(): unknown {
    const words = texts.settings;
    const known = Object.entries(this.all()).filter(([name]) => name.startsWith(DEFAULT));
    return html`
      <section class="sheet">
        <h2>${words.defaults}</h2>
        <p class="soft">${words.defaultsHint}</p>
        <nb-pairs
          .pairs=${Object.fromEntries(known.map(([name, value]) => [name.slice(DEFAULT.length), value]))}
          .words=${{ name: words.field, value: words.value, add: words.addField }}
          .flaw=${(name: string) => this.edited.flaw(DEFAULT + name)}
          .enter=${(name: string, value?: string) => (this.edits = { ...this.edits, [DEFAULT + name]: value })}
        ></nb-pairs>
      </section>
    `;
  }

  private press(): void {
    this.querySelector('form')?.requestSubmit();
  }

  private submit(event: Event): void {
    event.preventDefault();
    void this.saving.run();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-connection-settings': SettingsPart;
  }
}
