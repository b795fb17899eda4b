import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Api } from '../../app/api.ts';
import { Doing } from '../../app/doing.ts';
import { Plain } from '../../app/page.ts';
import { notice } from '../../parts/notice.ts';
import { texts } from '../../texts.ts';
import type { Entry } from './entry-model.ts';
import '../../parts/problem.ts';
import '@vaadin/button';
import '@vaadin/text-area';

type Asking = 'edit' | 'ignore';

/** What can be done about an entry that failed: try it again, as it is or edited, or leave it with a reason. Tells `done`. */
@customElement('nb-deeds')
class Deeds extends Plain {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) entry!: Entry;
  @state() private asking?: Asking;
  @state() private written = '';

  private readonly doing = new Doing(this);

  protected override render(): unknown {
    const { entry } = this;
    if (entry.ignored || entry.result === 'success' || entry.result === 'under-way') {
      return nothing;
    }
    const words = texts.activity.deeds;
    return html`
      <section class="sheet" aria-label=${words.name}>
        <div class="row">
          <vaadin-button theme="primary" ?disabled=${this.doing.busy} @click=${() => this.retry({})}>${words.retry}</vaadin-button>
          ${entry.operation === 'note'
            ? html`<vaadin-button ?disabled=${this.doing.busy} @click=${() => this.ask('edit')}>${words.edit}</vaadin-button>`
            : nothing}
          <vaadin-button ?disabled=${this.doing.busy} @click=${() => this.ask('ignore')}>${words.ignore}</vaadin-button>
        </div>
        ${this.asking ? this.question(this.asking) : nothing}
        <nb-problem .problem=${this.doing.problem}></nb-problem>
      </section>
    `;
  }

  private question(asking: Asking): unknown {
    const words = texts.activity.deeds;
    return html`
      <vaadin-text-area
        class="written"
        label=${asking === 'edit' ? words.note : words.reason}
        required
        maxlength=${asking === 'edit' ? 3900 : 500}
        .value=${this.written}
        @input=${(event: Event) => (this.written = (event.target as HTMLInputElement).value)}
      ></vaadin-text-area>
      <div class="row">
        <vaadin-button theme="primary" ?disabled=${this.doing.busy || !this.written.trim()} @click=${() => this.answer(asking)}>
          ${asking === 'edit' ? words.editAndRetry : words.ignoreNow}
        </vaadin-button>
        <vaadin-button theme="tertiary" @click=${() => (this.asking = undefined)}>${texts.cancel}</vaadin-button>
      </div>
    `;
  }

  private async ask(asking: Asking): Promise<void> {
    this.asking = asking;
    this.written = '';
    await this.updateComplete;
    this.querySelector<HTMLElement>('.written')?.focus();
  }

  private answer(asking: Asking): Promise<void> {
    return asking === 'edit' ? this.retry({ note: this.written }) : this.ignore();
  }

  private retry(body: { note?: string }): Promise<void> {
    return this.deed(texts.activity.deeds.retried, () => this.api.send('POST', `${this.path}/retry`, { body }));
  }

  private ignore(): Promise<void> {
    return this.deed(texts.activity.deeds.ignored, () => this.api.send('POST', `${this.path}/ignore`, { body: { reason: this.written } }));
  }

  private async deed(said: string, send: () => Promise<unknown>): Promise<void> {
    const done = await this.doing.run(async () => void (await send()));
    if (done) {
      this.asking = undefined;
      notice(said);
      this.dispatchEvent(new Event('done'));
    }
  }

  private get path(): string {
    return `/activity/${encodeURIComponent(this.entry.id)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-deeds': Deeds;
  }
}
