import type { Api } from '../../app/api.ts';
import { save } from '../../parts/save.ts';

/** Fetches what the vendor's support needs to know of some entries, and lets the browser keep it. */
export async function bundle(api: Api, entries: readonly string[]): Promise<void> {
  save(await api.file('nowbridge-support.json', 'POST', '/activity/support-bundle', { body: { entries } }));
}
