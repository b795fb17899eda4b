import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Plain } from '../app/page.ts';
import { texts } from '../texts.ts';
import { textInput } from './inputs.ts';
import '@vaadin/button';

/** Names and their values, to which a person can add. What is {@code undefined} is taken away. */
@customElement('nb-pairs')
class Pairs extends Plain {
  @property({ attribute: false }) pairs: Readonly<Record<string, string>> = {};
  @property({ attribute: false }) words!: { readonly name: string; readonly value: string; readonly add: string };
  @property({ attribute: false }) flaw: (name: string) => string | undefined = () => undefined;
  @property({ attribute: false }) longest = 100;
  @property({ attribute: false }) enter!: (name: string, value: string | undefined) => void;
  @state() private name = '';
  @state() private value = '';

  protected override render(): unknown {
    return html`
      <ul class="pairs">
        ${Object.entries(this.pairs).map(([name, value]) => this.pair(name, value))}
        <li>
          ${textInput({ label: this.words.name, value: this.name, longest: this.longest, enter: (name) => (this.name = name) })}
          ${textInput({ label: this.words.value, value: this.value, enter: (value) => (this.value = value) })}
          <vaadin-button ?disabled=${!this.name || !this.value} @click=${this.add}>${this.words.add}</vaadin-button>
        </li>
      </ul>
    `;
  }

  private pair(name: string, value: string): unknown {
    return html`
      <li>
        ${textInput({ label: name, value, flaw: this.flaw(name), enter: (changed) => this.enter(name, changed) })}
        <vaadin-button theme="tertiary" aria-label=${texts.pairs.removeOne(name)} @click=${() => this.take(name)}>
          ${texts.pairs.remove}
        </vaadin-button>
      </li>
    `;
  }

  private add(): void {
    this.enter(this.name.trim(), this.value);
    this.name = '';
    this.value = '';
    this.focusOnNew();
  }

  private take(name: string): void {
    this.enter(name, undefined);
    this.focusOnNew();
  }

  private focusOnNew(): void {
    this.querySelector<HTMLElement>('li:last-child vaadin-text-field')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-pairs': Pairs;
  }
}
