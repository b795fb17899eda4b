import { texts } from '../texts.ts';
import { UNAUTHORIZED, json, problem } from './answer.ts';
import { Problem } from './problem.ts';

/** Some items of a list, and where the next begin. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/** Something that can be changed, with the tag that a change must name. */
export interface Tagged<T> {
  readonly value: T;
  readonly tag: string;
}

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Wish {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
}

/** Nowbridge's API, on behalf of whoever is signed in. Every call fails with a {@link Problem} and with nothing else. */
export class Api {
  constructor(
    private readonly base: string,
    private readonly token: () => string | undefined,
    private readonly ended: () => void,
  ) {}

  async get<T>(path: string, signal?: AbortSignal): Promise<T> {
    return json(await this.answer('GET', path, { signal }));
  }

  async tagged<T>(path: string, signal?: AbortSignal): Promise<Tagged<T>> {
    return tagged(await this.answer('GET', path, { signal }));
  }

  async send<T>(method: Method, path: string, wish: Wish = {}): Promise<T> {
    const answer = await this.answer(method, path, wish);
    return answer.status === 204 ? (undefined as T) : json(answer);
  }

  /** Changes something, which is answered as it is then. */
  async change<T>(method: Method, path: string, wish: Wish = {}): Promise<Tagged<T>> {
    return tagged(await this.answer(method, path, wish));
  }

  /** A file under the name that the answer gives it, or else under `name`; what is said of it where it is not ready. */
  async file<Unready = never>(name: string, method: 'GET' | 'POST', path: string, wish: Wish = {}): Promise<File | Unready> {
    const answer = await this.answer(method, path, wish);
    if (answer.status === 202) {
      return json(answer);
    }
    const named = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
    return new File([await answer.blob()], named ?? name);
  }

  private async answer(method: string, path: string, wish: Wish = {}): Promise<Response> {
    const answer = await this.reach(method, path, wish);
    if (answer.status === UNAUTHORIZED) {
      this.ended();
    }
    if (!answer.ok) {
      throw await problem(answer);
    }
    return answer;
  }

  private async reach(method: string, path: string, { body, headers, signal }: Wish): Promise<Response> {
    const token = this.token();
    try {
      const answer = await fetch(this.base + path, {
        method,
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        body: body === undefined ? null : JSON.stringify(body),
        signal: signal ?? null,
      });
      // Read to its end, since an answer that breaks off is none either.
      return new Response(answer.status === 204 ? null : await answer.blob(), answer);
    } catch (failure) {
      if (signal?.aborted) {
        throw failure;
      }
      throw new Problem(0, texts.problems.offline, texts.problems.offlineDetail, texts.problems.offlineFix, 'nobody');
    }
  }
}

/** A path with its query; what is undefined or empty is left out. */
export function withQuery(path: string, query: Record<string, string | number | undefined>): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text ? `${path}?${text}` : path;
}

async function tagged<T>(answer: Response): Promise<Tagged<T>> {
  return { value: await json<T>(answer), tag: answer.headers.get('etag') ?? '' };
}
