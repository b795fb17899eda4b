import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Loading } from '../app/loading.ts';
import { ConsolePage } from '../app/page.ts';
import { address } from '../app/routes.ts';
import { all } from '../parts/all.ts';
import { path } from '../parts/path.ts';
import { texts } from '../texts.ts';
import { type Known, templateList } from './templates/list.ts';
import './templates/create.ts';

/** The templates at a glance, and the way to a new one. */
@customElement('nb-templates')
class Templates extends ConsolePage {
  private readonly known = new Loading<Known>(this, async (signal) => {
    const [templates, kinds, connections] = await Promise.all([
      all<Known['templates'][number]>(this.api, '/templates', {}, signal),
      all<Known['kinds'][number]>(this.api, '/template-kinds', {}, signal),
      all<Known['connections'][number]>(this.api, '/connections', {}, signal),
    ]);
    return { templates, kinds, connections };
  });

  protected override render(): unknown {
    return this.around.query.has('create') ? this.create() : this.list();
  }

  private list(): unknown {
    return html`
      <div class="head">
        <h1>${texts.nav.templates}</h1>
        <a class="deed" href="#/templates?create=">${texts.templates.create}</a>
      </div>
      ${this.known.render((known) => (known.templates.length ? templateList(known) : this.none()), 8)}
    `;
  }

  private none(): unknown {
    return html`
      <section class="sheet empty">
        <h2>${texts.templates.none}</h2>
        <p>${texts.templates.noneYet}</p>
      </section>
    `;
  }

  private create(): unknown {
    return html`
      ${path({ title: texts.nav.templates, href: address('templates') })}
      <h1>${texts.templates.create}</h1>
      ${this.known.render(
        ({ kinds, connections }) => html`<nb-template-create .api=${this.api} .kinds=${kinds} .connections=${connections}></nb-template-create>`,
        6,
      )}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-templates': Templates;
  }
}
