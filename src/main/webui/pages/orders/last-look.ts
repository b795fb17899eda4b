import type { Api } from '../../app/api.ts';
import { Problem } from '../../app/problem.ts';
import type { Failure } from '../activity/entry-model.ts';

/** What a template saw at the desk. */
export interface Look {
  readonly at: string;
  readonly by: string;
  /** How many purchase orders were ready. */
  readonly found: number;
  /** How many of them were new, or had changed. */
  readonly taken: number;
  readonly passed: readonly Passed[];
  /** What kept it from looking. */
  readonly failures: readonly Failure[];
  readonly nextAt?: string;
}

/** Purchase orders that are not taken. */
export interface Passed {
  /** As the desk words it. */
  readonly status: string;
  readonly condition: string;
  readonly count: number;
}

const NOT_FOUND = 404;

export function lookPath(template: string): string {
  return `/templates/${encodeURIComponent(template)}/look`;
}

/** Its last look; none, if it never looked. */
export async function lastLook(api: Api, template: string, signal: AbortSignal): Promise<{ readonly look?: Look }> {
  try {
    return { look: await api.get<Look>(lookPath(template), signal) };
  } catch (failure) {
    if (failure instanceof Problem && failure.status === NOT_FOUND) {
      return {};
    }
    throw failure;
  }
}
