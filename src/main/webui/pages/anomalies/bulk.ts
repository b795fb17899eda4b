import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Api } from '../../app/api.ts';
import { Plain } from '../../app/page.ts';
import { toggle } from '../../parts/inputs.ts';
import { texts } from '../../texts.ts';
import { filled } from '../anomaly/context.ts';
import { focusFault } from '../anomaly/focus.ts';
import { request } from '../anomaly/request.ts';
import { sheet } from '../anomaly/sheet.ts';
import type { Shape } from '../anomaly/shape.ts';
import { TicketForm } from '../anomaly/ticket-form.ts';
import type { Anomaly } from '../anomaly/ticketing.ts';
import { Batch } from './batch.ts';
import { progress } from './progress.ts';
import { templateField } from './template-field.ts';
import '@vaadin/button';

const MOST = 160;
const BY_TEMPLATE = ['shortDescription', 'description'];

/** Creates a ticket for each of several anomalies; tells with {@code finished} that the person has seen the outcome. */
@customElement('nb-bulk')
class Bulk extends Plain {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) anomalies: readonly Anomaly[] = [];
  @state() private template = texts.ticketForm.template;
  @state() private begun = false;
  private batch!: Batch;
  private readonly form = new TicketForm(this, () => this.api);

  override connectedCallback(): void {
    super.connectedCallback();
    this.batch = new Batch(this.anomalies, this.api, () => this.requestUpdate());
    addEventListener('beforeunload', this.leave);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.leave);
  }

  protected override firstUpdated(): void {
    this.querySelector('h1')?.focus();
  }

  protected override render(): unknown {
    return html`
      <h1 tabindex="-1">${texts.anomalies.bulk(this.count)}</h1>
      <p class="soft">${texts.bulk.shared}</p>
      <form class="sheet" novalidate @submit=${this.submit}>
        ${this.form.shape.render((shape) => (shape ? this.filling(shape) : html`<p class="empty">${texts.ticketForm.nowhere}</p>`), 6)}
      </form>
      <section class="sheet progress">${progress(this.batch, (anomaly) => this.words(anomaly))}</section>
    `;
  }

  private filling(shape: Shape): unknown {
    return html`
      ${this.begun && this.batch.isComplete ? nothing : html`<div .inert=${this.batch.running}>${this.fields(shape)}</div>`}
      <div class="row deeds">${this.begun ? this.afterwards() : this.beforehand()}</div>
      <button type="submit" hidden></button>
    `;
  }

  private fields(shape: Shape): unknown {
    return html`
      ${templateField(this.template, this.form.error('shortDescription'), (template) => (this.template = template))}
      ${sheet(this.form, shape, this.api, BY_TEMPLATE)} ${this.omission()}
    `;
  }

  private get count(): number {
    return this.batch.wanted.length;
  }

  private omission(): unknown {
    const { leavesOut, ticketed } = this.batch;
    return ticketed === 0 || this.begun ? nothing : toggle(texts.bulk.without(ticketed), leavesOut, (leave) => this.leaveOut(leave));
  }

  private leaveOut(leavesOut: boolean): void {
    this.batch.leavesOut = leavesOut;
    this.requestUpdate();
  }

  private beforehand(): unknown {
    return html`
      <vaadin-button theme="primary" ?disabled=${this.count === 0 || this.form.shape.busy} @click=${this.submit}>
        ${texts.anomalies.bulk(this.count)}
      </vaadin-button>
      <vaadin-button theme="tertiary" @click=${this.finish}>${texts.cancel}</vaadin-button>
    `;
  }

  private afterwards(): unknown {
    const failed = this.batch.count('failed');
    return html`
      ${failed && !this.batch.running
        ? html`<vaadin-button theme="primary" @click=${this.submit}>${texts.bulk.again(failed)}</vaadin-button>`
        : nothing}
      <vaadin-button ?disabled=${this.batch.running} @click=${this.finish}>
        ${this.batch.running ? texts.bulk.running : texts.bulk.finish}
      </vaadin-button>
    `;
  }

  private words(anomaly: Anomaly): string {
    return filled(this.template, anomaly, this.form.lengthOf('shortDescription', MOST));
  }

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.batch.running || this.form.shape.busy) {
      return;
    }
    if (this.form.demand(this.missing)) {
      void focusFault(this);
      return;
    }
    this.begun = true;
    this.querySelector<HTMLElement>('.progress [role=status]')?.focus();
    await this.batch.run((anomaly) =>
      request(this.form, anomaly, { shortDescription: this.words(anomaly), description: anomaly.description ?? '' }),
    );
  };

  private get missing(): readonly string[] {
    const missing = this.form.missing.filter((name) => !BY_TEMPLATE.includes(name));
    return this.template.trim() ? missing : ['shortDescription', ...missing];
  }

  private readonly finish = (): void => {
    this.dispatchEvent(new CustomEvent('finished'));
  };

  private readonly leave = (event: BeforeUnloadEvent): void => {
    if (this.batch.running) {
      event.preventDefault();
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-bulk': Bulk;
  }
}
