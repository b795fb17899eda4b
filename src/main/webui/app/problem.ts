/** Why a request was not served, as the API says (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly resolution: string,
    readonly whoCanFix: string,
    readonly errors: readonly FieldError[] = [],
    readonly type = '',
    /** All of the answer, for those who know what else such a problem says. */
    readonly said: Readonly<Record<string, unknown>> = {},
  ) {
    super(title);
  }
}

/** A faulty field of a request. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}
