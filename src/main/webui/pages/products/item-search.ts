import { type Api, type Page, withQuery } from '../../app/api.ts';
import type { Item } from './item.ts';
import { type Run, runPath } from './run.ts';

/** Stands for all outcomes. */
export const ANY = 'any';

/** What is wanted of what became of a run's products. */
export interface Sought {
  readonly run: string;
  readonly outcome: string;
  readonly limit: number;
}

const FLAWS = ['different', 'missing', 'failed'];

/** What is looked at first: in a verification what is not as it should be, in any other run everything. */
export function firstLook({ task, progress }: Pick<Run, 'task' | 'progress'>): string {
  return task === 'verify' ? (FLAWS.find((outcome) => progress.outcomes[outcome]) ?? 'different') : ANY;
}

/** Some of a run's products, from a cursor on: each answer looks at a part of the run only, and may find none in it. */
export async function searchItems(api: Api, { run, outcome, limit }: Sought, cursor?: string, signal?: AbortSignal): Promise<Page<Item>> {
  let page: Page<Item> = { items: [], next: cursor };
  const only = outcome === ANY ? undefined : outcome;
  do {
    page = await api.get(withQuery(`${runPath(run)}/items`, { outcome: only, limit, cursor: page.next }), signal);
  } while (page.items.length === 0 && page.next);
  return page;
}
