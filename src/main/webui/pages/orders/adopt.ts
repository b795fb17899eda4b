import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Api } from '../../app/api.ts';
import { Plain } from '../../app/page.ts';
import { address } from '../../app/routes.ts';
import { Deed } from '../../parts/deed.ts';
import { choiceInput, flawIn, textInput } from '../../parts/inputs.ts';
import { orderTexts } from '../../order-texts.ts';
import type { Template } from '../templates/template.ts';
import type { Order } from './order.ts';
import '@vaadin/button';

const LONGEST_NUMBER = 40;

/** Takes up an order that was placed elsewhere, by the number that the distributor has for it. */
@customElement('nb-adopt')
class Adopt extends Plain {
  @property({ attribute: false }) api!: Api;
  /** Those that create orders. */
  @property({ attribute: false }) templates: readonly Template[] = [];
  @state() private chosen = '';
  @state() private number = '';

  private readonly adopting = new Deed(this, async () => {
    const order = await this.api.send<Order>('POST', '/orders', { body: { templateId: this.template, number: this.number.trim() } });
    location.hash = address('orders', order.id);
  });

  private get template(): string {
    return this.chosen || (this.templates[0]?.id ?? '');
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('vaadin-select, vaadin-text-field')?.focus();
  }

  protected override render(): unknown {
    const words = orderTexts.adopt;
    const { problem } = this.adopting;
    return html`
      <section class="sheet">
        <h2>${words.title}</h2>
        <p class="soft">${words.detail}</p>
        <form novalidate @submit=${this.submit}>
          <div class="fields">
            ${this.templates.length > 1
              ? choiceInput(
                  { label: words.template, value: this.template, enter: (id) => (this.chosen = id) },
                  this.templates.map(({ id, name }) => ({ value: id, label: name })),
                )
              : nothing}
            ${textInput({
              label: words.number,
              hint: words.numberHint,
              value: this.number,
              required: true,
              longest: LONGEST_NUMBER,
              flaw: flawIn(problem, 'number'),
              enter: (number) => (this.number = number),
            })}
          </div>
          ${this.adopting.trouble(undefined, (field) => field === 'number')}
          <vaadin-button theme="primary" ?disabled=${this.adopting.busy || !this.number.trim()} @click=${() => this.adopting.run()}>
            ${words.deed}
          </vaadin-button>
          <button type="submit" hidden></button>
        </form>
      </section>
    `;
  }

  private submit(event: Event): void {
    event.preventDefault();
    if (this.number.trim()) {
      void this.adopting.run();
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-adopt': Adopt;
  }
}
