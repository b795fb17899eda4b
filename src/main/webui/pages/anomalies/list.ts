import { type Api, type Page, withQuery } from '../../app/api.ts';
import type { Anomaly } from '../anomaly/ticketing.ts';

/** Which anomalies are to be seen, as the page's address says. */
export interface Filter {
  readonly source?: string;
  readonly status: string;
  readonly datastore?: string;
}

const MOST = 50;
// What a Member may not see is left out of a page, which may leave nothing of it.
const EMPTY_PAGES = 5;

export const OPEN = 'open';
export const ARCHIVED = 'archived';

/** The statuses that anomalies of a kind can be in. */
export const STATUSES: Readonly<Record<string, readonly string[]>> = {
  [OPEN]: ['active', 'acknowledged'],
  [ARCHIVED]: ['resolved', 'duplicate', 'invalid', 'discarded'],
};

export function filterOf(query: URLSearchParams): Filter {
  return {
    source: query.get('source') ?? undefined,
    status: query.get('status') ?? OPEN,
    datastore: query.get('datastore') ?? undefined,
  };
}

export function kindOf(status: string): string {
  return Object.keys(STATUSES).find((kind) => kind === status || STATUSES[kind]?.includes(status)) ?? OPEN;
}

/** The next anomalies that there are to see. */
export async function excerpt(api: Api, filter: Filter, signal?: AbortSignal, from?: string): Promise<Page<Anomaly>> {
  let page: Page<Anomaly> = { items: [], next: from };
  let tries = 0;
  do {
    page = await api.get(withQuery('/anomalies', { ...filter, limit: MOST, cursor: page.next }), signal);
    tries += 1;
  } while (page.items.length === 0 && page.next && tries < EMPTY_PAGES);
  return page;
}

/** Both after one another; what was found meanwhile may have made some come twice. */
export function joined(before: Page<Anomaly>, after: Page<Anomaly>): Page<Anomaly> {
  const known = new Set(before.items.map(({ id }) => id));
  return { ...after, items: [...before.items, ...after.items.filter(({ id }) => !known.has(id))] };
}
