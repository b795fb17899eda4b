import { type Mood, badge } from '../../parts/badge.ts';
import { texts } from '../../texts.ts';

export type Kind = 'desk' | 'anomaly-platform' | 'distributor';

/** The type of connection whose catalogue is a file of columns. */
export const PRICE_LIST = 'csv';

export interface Change {
  readonly by: string;
  readonly at: string;
}

/** A connected system. */
export interface Connection {
  readonly id: string;
  readonly type: string;
  readonly kind: Kind;
  readonly name: string;
  readonly instanceUrl: string;
  readonly authentication: { readonly configured: boolean; readonly type?: string; readonly changedAt?: string };
  readonly settings: Readonly<Record<string, string>>;
  readonly enabled: boolean;
  readonly state: 'Not connected' | 'Connected' | 'Error' | 'Disabled';
  readonly cause?: string;
  readonly testedAt?: string;
  readonly created: Change;
  readonly changed: Change;
}

/** A way to sign in to a type of system, and the values it takes. */
export interface Scheme {
  readonly type: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

export interface ConnectionType {
  readonly type: string;
  readonly title: string;
  readonly kind: Kind;
  /** Whether anything flows over its connections in this version. */
  readonly hasClient: boolean;
  readonly authentications: readonly Scheme[];
}

/** Something that a test looked at. */
export interface Check {
  readonly name: string;
  readonly subject: string;
  readonly verdict: 'passed' | 'failed' | 'skipped';
  readonly cause: string;
  readonly fix: string;
  readonly whoCanFix: string;
}

export interface Tested {
  readonly connection: Connection;
  readonly checks: readonly Check[];
}

export type Purpose = 'tickets' | 'procurement' | 'anomalies' | 'supply';

/** Which connection serves where nobody names one. */
export interface Defaults {
  readonly purposes: Partial<Record<Purpose, string>>;
  readonly datastores: Readonly<Record<string, string>>;
}

export const purposesOf: Readonly<Record<Kind, readonly Purpose[]>> = {
  desk: ['tickets', 'procurement'],
  'anomaly-platform': ['anomalies'],
  distributor: ['supply'],
};

const MOODS: Readonly<Record<Connection['state'], Mood>> = {
  Connected: 'good',
  Error: 'bad',
  'Not connected': 'fair',
  Disabled: 'plain',
};

export function stateBadge({ state }: Pick<Connection, 'state'>): unknown {
  return badge(state, MOODS[state]);
}

/** Whether work is tried over it. */
export function isOpen(connection: Connection): boolean {
  return connection.state === 'Connected' || connection.state === 'Error';
}

/** What it serves where nobody names a connection. */
export function servesFor(connection: Connection, defaults: Defaults): string[] {
  const purposes = purposesOf[connection.kind].filter((purpose) => defaults.purposes[purpose] === connection.id);
  const datastores = Object.entries(defaults.datastores).filter(([, id]) => id === connection.id);
  return [
    ...purposes.map((purpose) => texts.connections.purposes[purpose]),
    ...(datastores.length ? [texts.connections.datastores(datastores.map(([id]) => id))] : []),
  ];
}
