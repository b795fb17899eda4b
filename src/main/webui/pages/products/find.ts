import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Plain } from '../../app/page.ts';
import { address } from '../../app/routes.ts';
import { textInput } from '../../parts/inputs.ts';
import { productTexts } from '../../product-texts.ts';
import '@vaadin/button';

const LONGEST_SKU = 40;

/** Leads to a product by its SKU. */
@customElement('nb-find-product')
class FindProduct extends Plain {
  @property() template = '';
  @state() private sku = '';

  protected override render(): unknown {
    const words = productTexts.find;
    return html`
      <form class="row adder" role="search" @submit=${this.submit}>
        ${textInput({ label: words.label, value: this.sku, longest: LONGEST_SKU, enter: (sku) => (this.sku = sku) })}
        <vaadin-button ?disabled=${!this.sku.trim()} @click=${this.show}>${words.show}</vaadin-button>
        <button type="submit" hidden></button>
      </form>
    `;
  }

  private submit(event: Event): void {
    event.preventDefault();
    this.show();
  }

  private show(): void {
    const sku = this.sku.trim();
    if (sku) {
      location.hash = address('products', this.template, sku);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-find-product': FindProduct;
  }
}
