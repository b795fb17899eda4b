import { html } from 'lit';
import { number } from '../../app/format.ts';
import { address } from '../../app/routes.ts';
import { productTexts } from '../../product-texts.ts';
import { texts } from '../../texts.ts';

/** A product as the catalogue lists it. What it leaves out is absent or empty. */
export interface Listed {
  readonly manufacturerPartNumber: string;
  readonly manufacturer: string;
  readonly name: string;
  readonly description: string;
  readonly status: string;
  readonly category: string;
  readonly currency?: string;
  /** Decimals, as is the weight. */
  readonly cost?: string;
  readonly costWithoutPromotion?: string;
  readonly listPrice?: string;
  readonly quantity: number;
  readonly unit: string;
  readonly upc: string;
  readonly weight?: string;
  readonly replacedBy?: string;
  readonly minimumQuantity: number;
}

/** What the catalogue says of a product of a template's distributor. */
export function listedFacts(product: Listed, template: string): unknown {
  const words = productTexts.product;
  const price = (amount: string | undefined) => amount && `${amount} ${product.currency ?? ''}`;
  const said: readonly (readonly [keyof typeof words.fields, unknown])[] = [
    ['name', product.name],
    ['manufacturer', product.manufacturer],
    ['manufacturerPartNumber', product.manufacturerPartNumber],
    ['description', product.description],
    ['status', texts.template.values[product.status] ?? product.status],
    ['category', product.category],
    ['cost', price(product.cost)],
    ['costWithoutPromotion', price(product.costWithoutPromotion)],
    ['listPrice', price(product.listPrice)],
    ['quantity', number(product.quantity)],
    ['unit', product.unit],
    ['upc', product.upc],
    ['weight', product.weight],
    ['minimumQuantity', number(product.minimumQuantity)],
    ['replacedBy', product.replacedBy && html`<a href=${address('products', template, product.replacedBy)}>${product.replacedBy}</a>`],
  ];
  return html`<dl class="facts">${said.filter(([, value]) => value).map(([name, value]) => html`<dt>${words.fields[name]}</dt><dd>${value}</dd>`)}</dl>`;
}
