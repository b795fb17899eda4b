import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Tagged } from '../app/api.ts';
import { Loading } from '../app/loading.ts';
import { ConsolePage } from '../app/page.ts';
import { address } from '../app/routes.ts';
import { all } from '../parts/all.ts';
import { path } from '../parts/path.ts';
import { chosenTab, tabs } from '../parts/tabs.ts';
import { texts } from '../texts.ts';
import type { News } from './connection/around.ts';
import { type Connection, type ConnectionType, stateBadge } from './connections/connection.ts';
import './connection/state.ts';
import './connection/settings.ts';
import './connection/reconnect.ts';
import './connection/webhooks.ts';
import './connection/ending.ts';

/** One connection: how it is, what it is told, and how it ends. */
@customElement('nb-connection')
class ConnectionPage extends ConsolePage {
  private readonly types = new Loading<ConnectionType[]>(this, (signal) => all(this.api, '/connection-types', {}, signal));
  private readonly connection = new Loading<Tagged<Connection>>(this, (signal) =>
    this.api.tagged(`/connections/${encodeURIComponent(this.around.place['id'] ?? '')}`, signal),
  );

  protected override render(): unknown {
    return html`
      ${path({ title: texts.nav.connections, href: address('connections') })}
      ${this.types.value && this.connection.value ? nothing : html`<div class="head"><h1>${texts.untitled.connection}</h1></div>`}
      ${this.types.render((types) => this.connection.render((now) => this.content(now, types), 10), 10)}
    `;
  }

  private content(now: Tagged<Connection>, types: ConnectionType[]): unknown {
    const type = types.find((one) => one.type === now.value.type);
    if (!type) {
      throw new Error(`An unknown type of system: ${now.value.type}`);
    }
    const parts = this.parts(now.value);
    const page = address('connections', now.value.id);
    return html`
      <div class="head"><h1>${now.value.name}</h1>${stateBadge(now.value)}</div>
      ${tabs(texts.connection.parts, page, parts, chosenTab(parts, this.around.query))}
      ${this.chosen(chosenTab(parts, this.around.query), now, type)}
    `;
  }

  private parts(connection: Connection) {
    const words = texts.connection.tabs;
    return [
      { name: 'state', title: words.state },
      { name: 'settings', title: words.settings },
      { name: 'credentials', title: words.credentials },
      ...(connection.kind === 'distributor' ? [] : [{ name: 'webhooks', title: words.webhooks }]),
      { name: 'ending', title: words.ending },
    ];
  }

  private chosen(name: string, now: Tagged<Connection>, type: ConnectionType): unknown {
    const { api, hear } = this;
    switch (name) {
      case 'settings':
        return html`<nb-connection-settings .api=${api} .now=${now} .type=${type} @news=${hear}></nb-connection-settings>`;
      case 'credentials':
        return html`<nb-reconnect .api=${api} .now=${now} .type=${type} @news=${hear}></nb-reconnect>`;
      case 'webhooks':
        return html`<nb-webhook-secrets .api=${api} .now=${now} .type=${type} @news=${hear}></nb-webhook-secrets>`;
      case 'ending':
        return html`<nb-ending .api=${api} .now=${now} .type=${type} @news=${hear}></nb-ending>`;
      default:
        return html`<nb-connection-state .api=${api} .now=${now} .type=${type} @news=${hear}></nb-connection-state>`;
    }
  }

  private readonly hear = (event: CustomEvent<News>): void => {
    if (event.detail === 'unknown') {
      void this.connection.run();
    } else {
      this.connection.value = event.detail;
      this.requestUpdate();
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-connection': ConnectionPage;
  }
}
