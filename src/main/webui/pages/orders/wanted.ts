import { type Api, type Page, withQuery } from '../../app/api.ts';
import { address } from '../../app/routes.ts';
import type { Connection } from '../connections/connection.ts';
import type { Listed, Stage } from './order.ts';

/** The stages by what they ask of people. */
export const GROUPS = {
  all: [],
  attention: ['needs-attention', 'rejected', 'invalid', 'held'],
  'under-way': ['ready', 'submitting', 'unconfirmed', 'placed'],
  over: ['done', 'handled'],
} as const satisfies Readonly<Record<string, readonly Stage[]>>;

export type Group = keyof typeof GROUPS;

/** Which orders are wanted, as it stands in the page's address. */
export interface Wanted {
  /** The id of its connection. */
  readonly desk: string;
  readonly show: Group;
  readonly number: string;
}

/** Of a desk that is not there, or of none, the first is meant. */
export function wantedBy(query: URLSearchParams, desks: readonly Connection[]): Wanted {
  const desk = desks.find(({ id }) => id === query.get('desk')) ?? desks[0];
  return { desk: desk?.id ?? '', show: groupOf(query.get('show')), number: query.get('number') ?? '' };
}

function groupOf(name: string | null): Group {
  return (Object.keys(GROUPS) as Group[]).find((group) => group === name) ?? 'all';
}

export function addressOf({ desk, show, number }: Wanted): string {
  return withQuery(address('orders'), { desk, show: show === 'all' ? undefined : show, number });
}

const PAGE = 50;

/** The newest orders that are wanted, or those from a cursor on. */
export function search(api: Api, { desk, show, number }: Wanted, cursor?: string, signal?: AbortSignal): Promise<Page<Listed>> {
  return api.get(withQuery('/orders', { deskId: desk, stage: GROUPS[show].join(','), number, limit: PAGE, cursor }), signal);
}
