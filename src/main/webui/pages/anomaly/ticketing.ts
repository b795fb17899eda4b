import type { Api } from '../../app/api.ts';
import { all } from '../../parts/all.ts';

/** What Nowbridge's API says of anomalies and of their tickets. */
export interface Anomaly {
  readonly source: string;
  readonly id: string;
  readonly type?: string;
  readonly status?: string;
  readonly weight?: number;
  readonly description?: string;
  readonly datastore?: { readonly id: string; readonly name?: string };
  readonly container?: string;
  readonly fields: readonly string[];
  readonly tags: readonly string[];
  readonly failedChecks: readonly FailedCheck[];
  readonly detectedAt?: string;
  readonly link?: string;
  /** How many it has, as far as they are counted. */
  readonly tickets: number;
  /** When it was last heard of, where its platform could not be asked. */
  readonly seenAt?: string;
  /** Where one anomaly was asked for. */
  readonly may?: { readonly createTicket: boolean; readonly link: boolean };
}

export interface FailedCheck {
  readonly id?: string;
  readonly name?: string;
  readonly ruleType?: string;
}

export interface Link {
  readonly linkId: string;
  readonly connectionId: string;
  readonly createdBy: string;
  readonly createdAt: string;
}

export interface Ticket {
  readonly id: string;
  readonly table: string;
  readonly number: string;
  readonly url: string;
  readonly shortDescription: string;
  readonly state: string;
  readonly priority: string;
}

/** A ticket that was opened or linked just now. */
export interface LinkedTicket {
  readonly link: Link;
  readonly ticket: Ticket;
  readonly warnings: readonly Warning[];
}

export interface Warning {
  readonly field: string;
  readonly message: string;
}

/** A linked ticket as it is now, or as it was when it was last seen. */
export interface ListedTicket {
  readonly link: Link;
  readonly ticket: Ticket & { readonly lastState?: string; readonly assignedTo?: string; readonly lastSync: string };
  readonly unknown?: { readonly cause: string; readonly resolution: string; readonly whoCanFix: string };
}

/** Where tickets can go. */
export interface Target {
  readonly id: string;
  readonly name: string;
}

// Paths give a bare id, which is one of this source.
export const DEFAULT_SOURCE = 'default';

/** The path of an anomaly of the default source. */
export function pathOf(id: string): string {
  return `/anomalies/${encodeURIComponent(id)}`;
}

/** All connections that tickets can go to. */
export async function targets(api: Api, signal?: AbortSignal): Promise<readonly Target[]> {
  return all(api, '/ticket-targets', {}, signal);
}

/** All tickets of an anomaly. */
export async function ticketsOf(api: Api, id: string, signal?: AbortSignal): Promise<readonly ListedTicket[]> {
  return all(api, `${pathOf(id)}/links`, {}, signal);
}
