import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Api, Tagged } from '../../app/api.ts';
import { Loading } from '../../app/loading.ts';
import { Plain } from '../../app/page.ts';
import { Deed } from '../../parts/deed.ts';
import { choiceInput, textInput } from '../../parts/inputs.ts';
import { notice } from '../../parts/notice.ts';
import { texts } from '../../texts.ts';

type Right = 'editor' | 'author' | 'drafter' | 'viewer' | 'reporter';

interface Access {
  readonly datastoreId: string;
  readonly teams: Readonly<Record<string, Right>>;
}

const RIGHTS: readonly Right[] = ['editor', 'author', 'drafter', 'viewer', 'reporter'];

/** Which team may do what with a datastore's anomalies. Edits lie over what is kept; a team without a right is taken away. */
@customElement('nb-access')
class AccessPart extends Plain {
  @property({ attribute: false }) api!: Api;
  @property() datastore = '';
  @state() private edits: Readonly<Record<string, Right | undefined>> = {};
  @state() private team = '';

  private readonly access = new Loading<Tagged<Access>>(this, (signal) => this.api.tagged(this.path, signal));

  private readonly saving = new Deed(this, async (access: Tagged<Access>) => {
    const wish = { headers: { 'if-match': access.tag }, body: { teams: this.wanted(access.value) } };
    this.access.value = await this.api.change('PUT', this.path, wish);
    this.edits = {};
    notice(texts.deeds.saved);
  });

  private get path(): string {
    return `/datastores/${encodeURIComponent(this.datastore)}/access`;
  }

  private wanted(access: Access): Record<string, Right> {
    const all = Object.entries({ ...access.teams, ...this.edits });
    return Object.fromEntries(all.flatMap(([team, right]) => (right ? [[team, right]] : [])));
  }

  protected override render(): unknown {
    return html`
      <section class="sheet" aria-label=${texts.datastores.one(this.datastore)}>
        <h2>${texts.datastores.one(this.datastore)}</h2>
        ${this.access.render((access) => this.rights(access), 3)}
      </section>
    `;
  }

  private rights(access: Tagged<Access>): unknown {
    const words = texts.datastores;
    const teams = Object.entries(this.wanted(access.value)).sort(([a], [b]) => a.localeCompare(b));
    return html`
      <ul class="pairs">
        ${teams.map(([team, right]) => html`<li>${this.choice(team, right)}</li>`)}
        <li>
          ${textInput({ label: words.team, hint: words.teamHint, value: this.team, longest: 100, enter: (team) => (this.team = team) })}
          <vaadin-button ?disabled=${!this.team.trim() || teams.some(([team]) => team === this.team.trim())} @click=${this.add}>${words.add}</vaadin-button>
        </li>
      </ul>
      ${this.saving.trouble(() => this.access.run())}
      <div class="row deeds">
        <vaadin-button
          theme="primary"
          ?disabled=${this.saving.busy || Object.keys(this.edits).length === 0}
          @click=${() => this.saving.run(access)}
        >${this.saving.busy ? texts.deeds.saving : texts.deeds.save}</vaadin-button>
      </div>
    `;
  }

  private choice(team: string, right: Right): unknown {
    const words = texts.datastores;
    const choices = RIGHTS.map((one) => ({ value: one as string, label: words.rights[one] }));
    return html`
      ${choiceInput({ label: team, value: right, enter: (chosen) => this.edit(team, chosen as Right) }, choices)}
      <vaadin-button theme="tertiary" aria-label=${texts.pairs.removeOne(team)} @click=${() => this.edit(team, undefined)}>
        ${texts.pairs.remove}
      </vaadin-button>
    `;
  }

  private edit(team: string, right: Right | undefined): void {
    this.edits = { ...this.edits, [team]: right };
  }

  private add(): void {
    this.edit(this.team.trim(), 'author');
    this.team = '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-access': AccessPart;
  }
}
