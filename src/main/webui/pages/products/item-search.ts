import { type Api, type Page, withQuery } from '../../app/api.ts';
import type { Item } from './item.ts';
import { runPath } from './run.ts';

/** What is wanted of what became of a run's products. */
export interface Sought {
  readonly run: string;
  /** Empty for any. */
  readonly outcome: string;
  readonly limit: number;
}

/** Some of a run's products, from a cursor on: each answer looks at a part of the run only, and may find none in it. */
export async function searchItems(api: Api, { run, outcome, limit }: Sought, cursor?: string, signal?: AbortSignal): Promise<Page<Item>> {
  let page: Page<Item> = { items: [], next: cursor };
  do {
    page = await api.get(withQuery(`${runPath(run)}/items`, { outcome, limit, cursor: page.next }), signal);
  } while (page.items.length === 0 && page.next);
  return page;
}
