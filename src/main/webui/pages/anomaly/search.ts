import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Api, type Page, withQuery } from '../../app/api.ts';
import { Loading } from '../../app/loading.ts';
import type { Ticket } from './ticketing.ts';

const SHORTEST = 3;
const MOST = 20;
// Whoever types on asks for something else.
const PAUSE_MILLIS = 250;

/** The tickets of a desk that a text names, as it is typed. */
export class Search implements ReactiveController {
  readonly found: Loading<readonly Ticket[]>;
  text = '';
  private desk = '';
  private timer = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly api: () => Api,
  ) {
    this.found = new Loading(host, (signal) => this.fetch(signal), false);
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }

  /** Whether there is enough to search for. */
  get asks(): boolean {
    return this.text.length >= SHORTEST;
  }

  run(desk: string, text: string): void {
    clearTimeout(this.timer);
    this.desk = desk;
    this.text = text.trim();
    if (this.asks) {
      this.timer = setTimeout(() => void this.found.run(), PAUSE_MILLIS);
    }
    this.host.requestUpdate();
  }

  private async fetch(signal: AbortSignal): Promise<readonly Ticket[]> {
    const path = `/ticket-targets/${encodeURIComponent(this.desk)}/tickets`;
    return (await this.api().get<Page<Ticket>>(withQuery(path, { query: this.text, limit: MOST }), signal)).items;
  }
}
