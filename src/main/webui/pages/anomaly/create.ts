import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Api } from '../../app/api.ts';
import { Plain } from '../../app/page.ts';
import { Deed } from '../../parts/deed.ts';
import { texts } from '../../texts.ts';
import { Attempt } from './attempt.ts';
import { filled } from './context.ts';
import { LeadIn, focusFault } from './focus.ts';
import { request } from './request.ts';
import { sheet } from './sheet.ts';
import { TicketForm } from './ticket-form.ts';
import type { Anomaly, LinkedTicket } from './ticketing.ts';
import '@vaadin/button';

const MOST = 160;

/** Opens a ticket for an anomaly; tells it with {@code done}, and that it was let be with {@code cancel}. */
@customElement('nb-create-ticket')
class CreateTicket extends Plain {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) anomaly!: Anomaly;
  private readonly form = new TicketForm(this, () => this.api);
  private readonly attempt = new Attempt();
  // What the key stands for does not change while the page looks again.
  private about!: Anomaly;

  private readonly opening = new Deed(this, async () => {
    const answer = await this.attempt.run(this.api, this.about.id, request(this.form, this.about));
    const warnings = answer.warnings.map(({ field, message }) => ({ field: this.form.label(field), message }));
    this.dispatchEvent(new CustomEvent<LinkedTicket>('done', { detail: { ...answer, warnings } }));
  });

  constructor() {
    super();
    new LeadIn(this, '[name="shortDescription"]');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.about = this.anomaly;
    this.form.set('shortDescription', filled(texts.ticketForm.template, this.about, MOST));
    this.form.set('description', this.about.description ?? '');
  }

  protected override render(): unknown {
    return html`
      <section class="sheet" aria-labelledby="create-title">
        <h2 id="create-title">${texts.ticketForm.title}</h2>
        ${this.opening.problem ? html`<nb-problem .problem=${this.form.worded(this.opening.problem)}></nb-problem>` : nothing}
        ${this.form.shape.render((shape) => (shape ? this.filling() : html`<p class="empty">${texts.ticketForm.nowhere}</p>`), 6)}
      </section>
    `;
  }

  private filling(): unknown {
    const shape = this.form.shape.value;
    return html`
      <form novalidate @submit=${this.submit}>
        <div .inert=${this.opening.busy || this.attempt.open}>${shape ? sheet(this.form, shape, this.api) : nothing}</div>
        ${this.attempt.open ? html`<p>${texts.ticketForm.unknown}</p>` : nothing}
        <div class="row deeds">
          <vaadin-button theme="primary" ?disabled=${this.opening.busy || this.form.shape.busy} @click=${this.submit}>
            ${this.opening.busy ? texts.ticketForm.creating : this.attempt.open ? texts.retry : texts.ticketForm.create}
          </vaadin-button>
          <vaadin-button theme="tertiary" ?disabled=${this.opening.busy} @click=${() => this.dispatchEvent(new CustomEvent('cancel'))}>
            ${texts.cancel}
          </vaadin-button>
        </div>
        <button type="submit" hidden></button>
      </form>
    `;
  }

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (this.form.shape.busy) {
      return;
    }
    if (this.form.demand(this.form.missing)) {
      void focusFault(this);
      return;
    }
    if (!(await this.opening.run())) {
      this.form.fault(this.opening.problem?.errors ?? []);
      void focusFault(this);
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-create-ticket': CreateTicket;
  }
}
