import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Plain } from '../../app/page.ts';
import { choiceInput, textInput } from '../../parts/inputs.ts';
import { orderTexts } from '../../order-texts.ts';
import type { Connection } from '../connections/connection.ts';
import { GROUPS, type Group, type Wanted, addressOf } from './wanted.ts';
import '@vaadin/button';

const LONGEST_NUMBER = 40;

/** Asks which orders are wanted; each answer is an address. */
@customElement('nb-order-filters')
class OrderFilters extends Plain {
  @property({ attribute: false }) wanted!: Wanted;
  @property({ attribute: false }) desks: readonly Connection[] = [];
  @state() private number = '';

  private shown?: string;

  protected override willUpdate(): void {
    if (this.shown !== this.wanted.number) {
      this.shown = this.wanted.number;
      this.number = this.wanted.number;
    }
  }

  protected override render(): unknown {
    const { wanted, desks } = this;
    const words = orderTexts.filters;
    return html`
      <nav class="tabs" aria-label=${words.groups}>
        ${(Object.keys(GROUPS) as Group[]).map(
          (show) => html`<a href=${addressOf({ ...wanted, show })} aria-current=${show === wanted.show ? 'true' : nothing}>${words[show]}</a>`,
        )}
      </nav>
      <form class="row adder" role="search" @submit=${this.submit}>
        ${desks.length > 1
          ? choiceInput({ label: words.desk, value: wanted.desk, enter: (desk) => this.turnTo({ ...wanted, desk }) }, this.choices())
          : nothing}
        ${textInput({
          label: words.number,
          placeholder: words.numberHint,
          value: this.number,
          longest: LONGEST_NUMBER,
          enter: (number) => (this.number = number),
        })}
        <vaadin-button @click=${this.find}>${words.find}</vaadin-button>
        <button type="submit" hidden></button>
      </form>
    `;
  }

  private choices(): { value: string; label: string }[] {
    return this.desks.map(({ id, name }) => ({ value: id, label: name }));
  }

  private submit(event: Event): void {
    event.preventDefault();
    this.find();
  }

  private find(): void {
    this.turnTo({ ...this.wanted, number: this.number.trim() });
  }

  private turnTo(wanted: Wanted): void {
    location.hash = addressOf(wanted);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-order-filters': OrderFilters;
  }
}
