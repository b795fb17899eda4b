import { texts } from '../texts.ts';
import { type FieldError, Problem } from './problem.ts';

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
  if (!answer.headers.get('content-type')?.includes('json')) {
    return answer.status === 401
      ? new Problem(401, texts.problems.signedOut, texts.problems.signedOutDetail, '', 'caller')
      : new Problem(answer.status, texts.problems.unknown, texts.problems.status(answer.status), texts.problems.retry, 'operator');
  }
  const said = await json<Said>(answer);
  return new Problem(
    answer.status,
    said.title ?? said.message ?? texts.problems.unknown,
    said.detail ?? '',
    said.resolution ?? '',
    said.whoCanFix ?? 'operator',
    said.errors ?? [],
    said.type ?? '',
    { ...said },
  );
}
