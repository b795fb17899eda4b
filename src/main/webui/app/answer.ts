import { texts } from '../texts.ts';
import { type FieldError, Problem } from './problem.ts';

export const UNAUTHORIZED = 401;

/** What an answer holds; one that cannot be read is a problem too. */
export async function json<T>(answer: Response): Promise<T> {
  try {
    return await answer.json();
  } catch {
    throw new Problem(answer.status, texts.problems.unknown, texts.problems.unreadable, texts.problems.retry, 'operator');
  }
}

/** A problem as it comes, from the API or from the gateway before it. */
interface Said {
  readonly title?: string;
  readonly message?: string;
  readonly detail?: string;
  readonly resolution?: string;
  readonly whoCanFix?: string;
  readonly errors?: readonly FieldError[];
  readonly type?: string;
}

/** Why a request was not served, as its answer says. */
export async function problem(answer: Response): Promise<Problem> {
  const { signedOut, signedOutDetail, signedOutFix, unknown, status, retry } = texts.problems;
  if (answer.status === UNAUTHORIZED) {
    return new Problem(UNAUTHORIZED, signedOut, signedOutDetail, signedOutFix, 'caller');
  }
  if (!answer.headers.get('content-type')?.includes('json')) {
    return new Problem(answer.status, unknown, status(answer.status), retry, 'operator');
  }
  const said = await json<Said>(answer);
  return new Problem(
    answer.status,
    said.title ?? said.message ?? unknown,
    said.detail ?? '',
    said.resolution ?? '',
    said.whoCanFix ?? 'operator',
    said.errors ?? [],
    said.type ?? '',
    { ...said },
  );
}
