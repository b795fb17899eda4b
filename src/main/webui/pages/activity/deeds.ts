import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Api } from '../../app/api.ts';
import { Plain } from '../../app/page.ts';
import { Deed } from '../../parts/deed.ts';
import { areaInput } from '../../parts/inputs.ts';
import { notice } from '../../parts/notice.ts';
import { texts } from '../../texts.ts';
import type { Entry } from './entry-model.ts';
import '@vaadin/button';

type Asking = 'edit' | 'ignore';

/** What can be done about an entry that failed: try it again, as it is or edited, or leave it with a reason. Tells `done`. */
@customElement('nb-deeds')
class Deeds extends Plain {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) entry!: Entry;
  @state() private asking?: Asking;
  @state() private written = '';

  private readonly acting = new Deed(this, async (act: 'retry' | 'ignore', body: object) => {
    await this.api.send('POST', `/activity/${encodeURIComponent(this.entry.id)}/${act}`, { body });
    this.asking = undefined;
    notice(act === 'retry' ? texts.activity.deeds.retried : texts.activity.deeds.ignored);
    this.dispatchEvent(new CustomEvent('done'));
  });

  protected override render(): unknown {
    const { entry } = this;
    if (entry.ignored || entry.result === 'success' || entry.result === 'under-way') {
      return nothing;
    }
    const words = texts.activity.deeds;
    return html`
      <section class="sheet" aria-label=${words.name}>
        <div class="row">
          <vaadin-button theme="primary" ?disabled=${this.acting.busy} @click=${() => this.acting.run('retry', {})}>${words.retry}</vaadin-button>
          ${entry.operation === 'note'
            ? html`<vaadin-button ?disabled=${this.acting.busy} @click=${() => this.ask('edit')}>${words.edit}</vaadin-button>`
            : nothing}
          <vaadin-button ?disabled=${this.acting.busy} @click=${() => this.ask('ignore')}>${words.ignore}</vaadin-button>
        </div>
        ${this.asking ? this.question(this.asking) : nothing}
        ${this.acting.trouble()}
      </section>
    `;
  }

  private question(asking: Asking): unknown {
    const words = texts.activity.deeds;
    return html`
      <div class="fields written">
        ${areaInput({
          label: asking === 'edit' ? words.note : words.reason,
          value: this.written,
          required: true,
          longest: asking === 'edit' ? 4000 : 500,
          enter: (typed) => (this.written = typed),
        })}
      </div>
      <div class="row">
        <vaadin-button theme="primary" ?disabled=${this.acting.busy || !this.written.trim()} @click=${() => this.answer(asking)}>
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
    this.querySelector<HTMLElement>('vaadin-text-area')?.focus();
  }

  private answer(asking: Asking): void {
    void (asking === 'edit' ? this.acting.run('retry', { note: this.written }) : this.acting.run('ignore', { reason: this.written }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-deeds': Deeds;
  }
}
