import type { Warning } from './ticketing.ts';

/** What a desk's form for tickets holds. */
export interface Shape {
  readonly tables: readonly { readonly name: string; readonly label: string }[];
  readonly table: string;
  readonly fields: readonly Field[];
  readonly warnings: readonly Warning[];
  readonly priorities?: readonly Priority[];
  /** Whether the priorities are the desk's usual ones, since its own could not be read. */
  readonly assumed?: boolean;
}

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'choice' | 'person' | 'group' | 'flag';
  readonly mandatory: boolean;
  readonly length?: number;
  readonly choices?: readonly Choice[];
  readonly dependsOn?: string;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly dependsOn?: string;
}

interface Priority {
  readonly impact: string;
  readonly urgency: string;
  readonly label: string;
}
