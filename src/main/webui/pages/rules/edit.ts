import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Api, Tagged } from '../../app/api.ts';
import { Loading } from '../../app/loading.ts';
import { Plain } from '../../app/page.ts';
import { Deed } from '../../parts/deed.ts';
import { notice } from '../../parts/notice.ts';
import { texts } from '../../texts.ts';
import type { Connection } from '../connections/connection.ts';
import { ruleFields, shownInForm } from './fields.ts';
import { type Rule, type RuleForm, asSent, newRule } from './rule.ts';
import '../../parts/ask.ts';

const LIST = '#/connections?tab=rules';

/** One rule, or a new one. Edits lie over what is kept, so that they outlive what others save meanwhile. */
@customElement('nb-rule-edit')
class RuleEdit extends Plain {
  @property({ attribute: false }) api!: Api;
  @property() rule = 'new';
  @property({ attribute: false }) desks: readonly Connection[] = [];
  @state() private edits: Partial<RuleForm> = {};
  @state() private asked = false;

  private readonly kept = new Loading<Tagged<RuleForm>>(this, async (signal) =>
    this.isNew ? { value: newRule, tag: '' } : without(await this.api.tagged<Rule>(this.path, signal)),
  );

  private readonly saving = new Deed(this, async (kept: Tagged<RuleForm>) => {
    const body = asSent({ ...kept.value, ...this.edits });
    await (this.isNew
      ? this.api.send('POST', '/opening-rules', { body })
      : this.api.send('PUT', this.path, { headers: { 'if-match': kept.tag }, body }));
    this.leave(texts.deeds.saved);
  });

  private readonly removing = new Deed(this, async (kept: Tagged<RuleForm>) => {
    await this.api.send('DELETE', this.path, { headers: { 'if-match': kept.tag } });
    this.leave(texts.rules.removed);
  });

  private get isNew(): boolean {
    return this.rule === 'new';
  }

  private get path(): string {
    return `/opening-rules/${encodeURIComponent(this.rule)}`;
  }

  private leave(said: string): void {
    notice(said);
    this.dispatchEvent(new CustomEvent('changed'));
    location.hash = LIST;
  }

  protected override render(): unknown {
    return this.kept.render((kept) => this.form(kept), 8);
  }

  private form(kept: Tagged<RuleForm>): unknown {
    const form = { ...kept.value, ...this.edits };
    const busy = this.saving.busy || this.removing.busy;
    const enter = (changed: Partial<RuleForm>) => (this.edits = { ...this.edits, ...changed });
    const reload = () => this.kept.run();
    return html`
      <h2>${kept.value.name || texts.rules.create}</h2>
      <form novalidate @submit=${(event: Event) => this.submit(event, kept)}>
        ${ruleFields(form, this.desks, this.saving.problem, enter)}
        ${this.saving.trouble(reload, shownInForm)} ${this.removing.trouble(reload)}
        <div class="saver">
          <vaadin-button theme="primary" ?disabled=${busy} @click=${() => this.saving.run(kept)}>
            ${this.saving.busy ? texts.deeds.saving : texts.deeds.save}
          </vaadin-button>
          <a href=${LIST}>${texts.cancel}</a>
          ${this.isNew
            ? nothing
            : html`<vaadin-button theme="tertiary error" ?disabled=${busy} @click=${() => (this.asked = true)}>${texts.rules.remove}</vaadin-button>`}
        </div>
        <button type="submit" hidden></button>
      </form>
      <nb-ask
        .open=${this.asked}
        .heading=${texts.rules.askRemove(kept.value.name)}
        .content=${html`<p>${texts.rules.removeMeans}</p>`}
        .deed=${texts.rules.remove}
        @cancel=${() => (this.asked = false)}
        @confirm=${() => this.takeAway(kept)}
      ></nb-ask>
    `;
  }

  private takeAway(kept: Tagged<RuleForm>): void {
    this.asked = false;
    void this.removing.run(kept);
  }

  private submit(event: Event, kept: Tagged<RuleForm>): void {
    event.preventDefault();
    void this.saving.run(kept);
  }
}

// The API takes a rule as it is written, and its id in the path only.
function without({ value: { id: _, ...form }, tag }: Tagged<Rule>): Tagged<RuleForm> {
  return { value: form, tag };
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-rule-edit': RuleEdit;
  }
}
