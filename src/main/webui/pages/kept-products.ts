import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Loading } from '../app/loading.ts';
import { ConsolePage } from '../app/page.ts';
import { address } from '../app/routes.ts';
import { all } from '../parts/all.ts';
import { path } from '../parts/path.ts';
import { productTexts } from '../product-texts.ts';
import { texts } from '../texts.ts';
import type { Connection } from './connections/connection.ts';
import { joined, stateOf } from './templates/list.ts';
import type { Template } from './templates/template.ts';
import './products/runs.ts';
import './products/sync.ts';

/** The products that one template keeps: how it stands now, what failed and why, and its earlier runs. */
@customElement('nb-kept-products')
class KeptProducts extends ConsolePage {
  private readonly known = new Loading(this, async (signal) => {
    const [template, connections] = await Promise.all([
      this.api.get<Template>(`/templates/${encodeURIComponent(this.templateId)}`, signal),
      all<Connection>(this.api, '/connections', {}, signal),
    ]);
    return { template, connections };
  });

  private get templateId(): string {
    return this.around.place['template'] ?? '';
  }

  protected override render(): unknown {
    return html`
      ${path({ title: texts.nav.products, href: address('products') })}
      ${this.known.value ? nothing : html`<div class="head"><h1>${texts.untitled.template}</h1></div>`}
      ${this.known.render(
        ({ template, connections }) => html`
          <div class="head">
            <h1>${template.name}</h1>
            ${stateOf(template)}
            <a href=${address('templates', template.id)}>${productTexts.open}</a>
          </div>
          <p class="soft">${joined(template, connections)}</p>
          <nb-product-sync .api=${this.api} .template=${template} .connections=${connections} alone></nb-product-sync>
          <nb-product-runs .api=${this.api} template=${template.id}></nb-product-runs>
        `,
        10,
      )}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-kept-products': KeptProducts;
  }
}
