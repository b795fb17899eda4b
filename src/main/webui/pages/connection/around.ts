import { property } from 'lit/decorators.js';
import type { Api, Tagged } from '../../app/api.ts';
import { Plain } from '../../app/page.ts';
import { address } from '../../app/routes.ts';
import type { Connection, ConnectionType } from '../connections/connection.ts';

/** What happened to a connection: what it is now, or that it has to be fetched anew. */
export type News = Tagged<Connection> | 'unknown';

/** A part of a connection's page. */
export abstract class ConnectionPart extends Plain {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) type!: ConnectionType;
  @property({ attribute: false }) now!: Tagged<Connection>;

  protected get connection(): Connection {
    return this.now.value;
  }

  protected get path(): string {
    return `/connections/${encodeURIComponent(this.connection.id)}`;
  }

  protected get ifMatch(): Record<string, string> {
    return { 'if-match': this.now.tag };
  }

  protected link(tab: string): string {
    return `${address('connections', this.connection.id)}?tab=${tab}`;
  }

  protected tell(news: News): void {
    this.dispatchEvent(new CustomEvent<News>('news', { detail: news }));
  }

  protected readonly reload = (): void => this.tell('unknown');
}
