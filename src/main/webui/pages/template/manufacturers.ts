import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { number } from '../../app/format.ts';
import { Plain } from '../../app/page.ts';
import { textInput } from '../../parts/inputs.ts';
import { productTexts } from '../../product-texts.ts';
import { tick } from './tick.ts';

/** Who makes products, and how many of the catalogue's. */
export interface Manufacturer {
  readonly name: string;
  readonly products: number;
}

const SHOWN = 24;

/** The catalogue's manufacturers to choose from: those chosen before first, the others found by a part of their name. */
@customElement('nb-manufacturers')
class Manufacturers extends Plain {
  @property({ attribute: false }) manufacturers: readonly Manufacturer[] = [];
  @property({ attribute: false }) chosen: readonly string[] = [];
  @property({ attribute: false }) enter!: (chosen: readonly string[]) => void;
  @state() private wanted = '';
  /** In an order that stays while somebody chooses. */
  private ordered: readonly Manufacturer[] = [];

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('manufacturers')) {
      const known = new Set(this.manufacturers.map(({ name }) => name.toLowerCase()));
      const gone = this.chosen.filter((name) => !known.has(name.toLowerCase())).map((name) => ({ name, products: 0 }));
      const [first, others] = [true, false].map((before) => this.manufacturers.filter(({ name }) => this.isChosen(name) === before));
      this.ordered = [...gone, ...(first ?? []), ...(others ?? [])];
    }
  }

  protected override render(): unknown {
    const words = productTexts.choosing;
    const fitting = this.ordered.filter(({ name }) => name.toLowerCase().includes(this.wanted.trim().toLowerCase()));
    return html`
      <div class="fields">
        ${textInput({ label: words.filter, hint: words.filterHint, value: this.wanted, enter: (wanted) => (this.wanted = wanted) })}
      </div>
      <ul class="bare manufacturers">
        ${fitting.slice(0, SHOWN).map((one) => this.manufacturer(one))}
      </ul>
      <p class="soft" role="status">
        ${fitting.length === 0 ? words.noneFits : fitting.length > SHOWN ? words.further(number(fitting.length - SHOWN)) : nothing}
      </p>
    `;
  }

  private manufacturer({ name, products }: Manufacturer): unknown {
    return html`<li class="tick">${tick(name, products, this.isChosen(name) ? 'all' : 'none', () => this.turn(name))}</li>`;
  }

  private isChosen(name: string): boolean {
    return this.chosen.some((one) => one.toLowerCase() === name.toLowerCase());
  }

  private turn(name: string): void {
    const others = this.chosen.filter((one) => one.toLowerCase() !== name.toLowerCase());
    this.enter(others.length < this.chosen.length ? others : [...this.chosen, name]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-manufacturers': Manufacturers;
  }
}
