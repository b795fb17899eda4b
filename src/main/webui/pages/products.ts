import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Loading } from '../app/loading.ts';
import { ConsolePage } from '../app/page.ts';
import { all } from '../parts/all.ts';
import { productTexts } from '../product-texts.ts';
import { texts } from '../texts.ts';
import type { Connection } from './connections/connection.ts';
import { PRODUCT_SYNC, type Template } from './templates/template.ts';
import './products/sync.ts';

/** Every template that keeps products, and how each stands. */
@customElement('nb-products')
class Products extends ConsolePage {
  private readonly known = new Loading(this, async (signal) => {
    const [templates, connections] = await Promise.all([
      all<Template>(this.api, '/templates', {}, signal),
      all<Connection>(this.api, '/connections', {}, signal),
    ]);
    return { templates: templates.filter(({ kind }) => kind === PRODUCT_SYNC), connections };
  });

  protected override render(): unknown {
    return html`
      <div class="head">
        <div>
          <h1>${texts.nav.products}</h1>
          <p class="soft">${productTexts.purpose}</p>
        </div>
      </div>
      ${this.known.render(
        ({ templates, connections }) =>
          templates.length
            ? [...templates]
                .sort((a, b) => a.name.localeCompare(b.name))
                .map((template) => html`<nb-product-sync .api=${this.api} .template=${template} .connections=${connections}></nb-product-sync>`)
            : this.none(),
        8,
      )}
    `;
  }

  private none(): unknown {
    return html`
      <section class="sheet empty">
        <h2>${productTexts.none}</h2>
        <p>${productTexts.noneYet}</p>
        <p><a href="#/templates?create=">${productTexts.create}</a></p>
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-products': Products;
  }
}
