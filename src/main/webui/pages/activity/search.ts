import { type Api, type Page, withQuery } from '../../app/api.ts';
import type { Entry } from './entry-model.ts';
import { type Wanted, asked } from './filters.ts';

const PAGE = 50;
// A search that has found nothing goes on by itself so often; then the person decides.
const LONGEST_SEARCH = 20;

/** The newest entries that are wanted, or those from a cursor on. */
export function entries(api: Api, wanted: Wanted, cursor?: string, signal?: AbortSignal): Promise<Page<Entry>> {
  return api.get(withQuery('/activity', { ...asked(wanted), limit: PAGE, cursor }), signal);
}

/** The same, further back while there is nothing: however much there is to search, each answer looks at a part of it only. */
export async function search(api: Api, wanted: Wanted, cursor?: string, signal?: AbortSignal): Promise<Page<Entry>> {
  let page = await entries(api, wanted, cursor, signal);
  for (let turn = 1; page.items.length === 0 && page.next && turn < LONGEST_SEARCH; turn++) {
    page = await entries(api, wanted, page.next, signal);
  }
  return page;
}
