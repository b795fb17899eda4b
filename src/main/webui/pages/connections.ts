import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { Loading } from '../app/loading.ts';
import { ConsolePage } from '../app/page.ts';
import { address } from '../app/routes.ts';
import { all } from '../parts/all.ts';
import { path } from '../parts/path.ts';
import { chosenTab, tabs } from '../parts/tabs.ts';
import { texts } from '../texts.ts';
import type { Connection, ConnectionType, Defaults } from './connections/connection.ts';
import { type Known, connectionList } from './connections/list.ts';
import { typeChoice } from './connections/types.ts';
import './connections/connect.ts';
import './datastores/datastores.ts';
import './rules/list.ts';

const TABS = Object.entries(texts.connections.tabs).map(([name, title]) => ({ name, title }));

/** The connected systems at a glance, and the way to connect another. */
@customElement('nb-connections')
class Connections extends ConsolePage {
  private readonly types = new Loading<ConnectionType[]>(this, (signal) => all(this.api, '/connection-types', {}, signal));
  private readonly known = new Loading<Omit<Known, 'types'>>(this, async (signal) => {
    const [connections, defaults] = await Promise.all([
      all<Connection>(this.api, '/connections', {}, signal),
      this.api.get<Defaults>('/connection-defaults', signal),
    ]);
    return { connections, defaults };
  });
  private wasConnecting = false;

  protected override willUpdate(): void {
    const connecting = this.around.query.has('connect');
    if (this.wasConnecting && !connecting) {
      void this.known.run();
    }
    this.wasConnecting = connecting;
  }

  protected override render(): unknown {
    const wanted = this.around.query.get('connect');
    return wanted === null ? this.list() : this.types.render((types) => this.connect(types, wanted), 6);
  }

  private list(): unknown {
    const chosen = chosenTab(TABS, this.around.query);
    return html`
      <div class="head">
        <h1>${texts.nav.connections}</h1>
        ${chosen === 'systems' ? html`<a class="deed" href="#/connections?connect=">${texts.connections.connect}</a>` : nothing}
      </div>
      ${tabs(texts.connections.parts, '#/connections', TABS, chosen)} ${this.chosen(chosen)}
    `;
  }

  private systems(): unknown {
    return this.types.render((types) => this.known.render((known) => connectionList({ ...known, types }), 8), 8);
  }

  private chosen(tab: string): unknown {
    switch (tab) {
      case 'datastores':
        return html`<nb-datastores .api=${this.api}></nb-datastores>`;
      case 'rules':
        return html`<nb-rules .api=${this.api} .rule=${this.around.query.get('rule') ?? undefined}></nb-rules>`;
      default:
        return this.systems();
    }
  }

  private connect(types: ConnectionType[], wanted: string): unknown {
    const type = types.find((one) => one.type === wanted);
    return html`
      ${path(
        { title: texts.nav.connections, href: address('connections') },
        ...(type ? [{ title: texts.connections.connect, href: `${address('connections')}?connect=` }] : []),
      )}
      <h1>${type ? texts.connect.title(type.title) : texts.connections.connect}</h1>
      ${type ? keyed(type.type, html`<nb-connect .api=${this.api} .type=${type}></nb-connect>`) : typeChoice(types)}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-connections': Connections;
  }
}
