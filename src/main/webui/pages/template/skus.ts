import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { number } from '../../app/format.ts';
import { Plain } from '../../app/page.ts';
import { areaInput } from '../../parts/inputs.ts';
import { productTexts } from '../../product-texts.ts';

const SKU = /^[\x21-\x7e]{1,40}$/;

/** SKUs as people paste them: one per line, or separated by commas. Says how many they are, and which are none. */
@customElement('nb-skus')
class Skus extends Plain {
  @property() label = '';
  @property() hint = '';
  /** Separated by commas. */
  @property({ attribute: false }) value = '';
  @property({ attribute: false }) flaw?: string;
  @property({ attribute: false }) enter!: (skus: string) => void;
  /** As it was typed, with its lines. */
  @state() private typed = '';

  protected override render(): unknown {
    const shown = parted(this.typed).join(',') === this.value ? this.typed : parted(this.value).join('\n');
    const skus = parted(this.value);
    const malformed = skus.filter((sku) => !SKU.test(sku));
    const words = productTexts.choosing;
    return html`
      ${areaInput({ label: this.label, hint: this.hint, value: shown, flaw: this.flaw, enter: (typed) => this.take(typed) })}
      <p class="soft" role="status">
        ${skus.length ? words.entered(number(skus.length - malformed.length)) : ''} ${malformed.length ? words.malformed(malformed) : ''}
      </p>
    `;
  }

  private take(typed: string): void {
    this.typed = typed;
    this.enter(parted(typed).join(','));
  }
}

function parted(text: string): readonly string[] {
  const skus = text
    .split(/[,;\n]/)
    .map((sku) => sku.trim())
    .filter((sku) => sku !== '');
  return [...new Set(skus)];
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-skus': Skus;
  }
}
