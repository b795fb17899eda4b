import { type Api, type Page, withQuery } from '../app/api.ts';

/** Everything in a list, page by page; for lists of which people have dozens. */
export async function all<T>(api: Api, path: string, query: Record<string, string>, signal?: AbortSignal): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<T> = await api.get(withQuery(path, { ...query, cursor }), signal);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return items;
}
