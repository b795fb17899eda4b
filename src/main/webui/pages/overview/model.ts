import type { Connection } from '../connections/connection.ts';

/** How many actions ended in which way. */
export interface Tally {
  readonly success: number;
  readonly partialSuccess: number;
  readonly failed: number;
}

export interface OfDay extends Tally {
  readonly day: string;
}

export interface OfOperation extends Tally {
  readonly operation: string;
}

/** How things are, as the API says it. */
export interface Overview {
  readonly connections: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly state: Connection['state'];
    readonly problem?: string;
    readonly testedAt?: string;
  }[];
  readonly today: Tally & { readonly underWay: number };
  readonly days: readonly OfDay[];
  readonly operations: readonly OfOperation[];
  readonly undelivered: { readonly oldest?: string; readonly waiting: number; readonly more?: boolean };
  readonly dead: { readonly count: number; readonly more?: boolean };
  readonly underWay: readonly unknown[];
}
