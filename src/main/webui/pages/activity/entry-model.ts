import type { Mood } from '../../parts/badge.ts';

export type Result = 'under-way' | 'success' | 'partial-success' | 'failed';

/** An entry of the Sync Activity Log, as the API says it. */
export interface Entry {
  readonly id: string;
  readonly at: string;
  readonly durationMillis: number;
  readonly operation: string;
  readonly function: string;
  readonly connectionId?: string;
  readonly template?: string;
  readonly startedBy: string;
  readonly result: Result;
  readonly counts: { readonly done: number; readonly failed: number; readonly left: number };
  readonly subjects: Readonly<Record<string, string>>;
  readonly failures: readonly Failure[];
  readonly correlationId?: string;
  readonly remoteCalls: number;
  readonly ignored?: { readonly by: string; readonly at: string; readonly reason: string };
}

/** An item that failed. */
export interface Failure {
  readonly subject: string;
  readonly cause: string;
  readonly whoCanFix: string;
  readonly resolution: string;
}

/** A connection, as far as the log's pages need it. */
export interface Connected {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

/** A template, as far as the log's pages need it. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export const results: readonly Result[] = ['success', 'partial-success', 'failed', 'under-way'];

/** How good a result is; one that was ignored asks for nothing any more. */
export function mood(entry: Pick<Entry, 'result' | 'ignored'>): Mood {
  switch (entry.result) {
    case 'success':
      return 'good';
    case 'under-way':
      return 'busy';
    case 'partial-success':
      return entry.ignored ? 'plain' : 'fair';
    case 'failed':
      return entry.ignored ? 'plain' : 'bad';
  }
}

/** How many items an action was about. */
export function total(entry: Entry): number {
  return entry.counts.done + entry.counts.failed + entry.counts.left;
}
