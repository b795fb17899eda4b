import { nothing } from 'lit';
import type { Money } from '../../app/format.ts';
import { type Mood, badge } from '../../parts/badge.ts';
import { orderTexts } from '../../order-texts.ts';
import type { Failure } from '../activity/entry-model.ts';

export type Stage = keyof typeof orderTexts.stages;
export type Status = keyof typeof orderTexts.statuses;

/** An order as lists have it. */
export interface Listed {
  readonly id: string;
  /** At the desk. */
  readonly number: string;
  /** With its prefix. */
  readonly distributorNumber: string;
  readonly templateId: string;
  readonly deskId: string;
  readonly distributorId: string;
  readonly stage: Stage;
  readonly status?: Status;
  readonly reasons: readonly Failure[];
  readonly createdAt: string;
  readonly submittedAt?: string;
  readonly total?: Money;
  /** How many pieces are still to come, where that is known. */
  readonly outstanding?: number;
  readonly adopted: boolean;
  readonly shownAt?: string;
  readonly nextAt?: string;
  readonly deskUrl?: string;
}

/** An order with all that is known of it. */
export interface Order extends Listed {
  readonly lines: readonly Line[];
  readonly parcels: readonly Parcel[];
  readonly invoices: readonly Invoice[];
  /** Oldest first. */
  readonly history: readonly Event[];
}

export interface Line {
  readonly line: number;
  readonly sku: string;
  readonly product: string;
  /** A decimal, as the desk has it. */
  readonly quantity: string;
  readonly unitPrice?: Money;
  /** Absent while the distributor says nothing of it; the next three count only then. */
  readonly status?: Status;
  readonly shipped: number;
  readonly outstanding: number;
  readonly cancelled: number;
  readonly orderNumbers: readonly string[];
  /** A day at the distributor. */
  readonly expected?: string;
  /** The distributor's own about it. */
  readonly words: string;
}

export interface Parcel {
  readonly tracking: string;
  readonly trackingUrl?: string;
  readonly carrier: string;
  readonly warehouse: string;
  readonly shippedAt?: string;
  readonly contents: readonly Content[];
}

/** What a parcel has of a line. */
export interface Content {
  readonly line: number;
  readonly sku: string;
  readonly quantity: number;
  readonly serialNumbers: readonly string[];
}

export interface Invoice {
  readonly number: string;
  readonly date?: string;
  readonly total?: Money;
}

export interface Event {
  readonly at: string;
  readonly what: string;
  readonly by: string;
}

const STAGE_MOODS: Readonly<Record<Stage, Mood>> = {
  ready: 'busy',
  invalid: 'bad',
  held: 'fair',
  submitting: 'busy',
  unconfirmed: 'busy',
  placed: 'good',
  rejected: 'bad',
  'needs-attention': 'bad',
  done: 'plain',
  handled: 'plain',
};

const STATUS_MOODS: Readonly<Record<Status, Mood>> = {
  accepted: 'busy',
  'in-review': 'fair',
  backordered: 'fair',
  'partially-shipped': 'busy',
  shipped: 'good',
  invoiced: 'good',
  rejected: 'bad',
  deleted: 'bad',
};

export function stageBadge({ stage }: Pick<Listed, 'stage'>): unknown {
  return badge(orderTexts.stages[stage], STAGE_MOODS[stage]);
}

export function statusBadge(status: Status): unknown {
  return badge(orderTexts.statuses[status], STATUS_MOODS[status]);
}

/** How an order stands at its distributor, where its stage does not say the same. */
export function standingBadge({ stage, status }: Pick<Listed, 'stage' | 'status'>): unknown {
  return status && status !== stage ? statusBadge(status) : nothing;
}

/** Whether nothing more is done about it, until a person says so. */
export function isOver({ stage }: Pick<Listed, 'stage'>): boolean {
  return stage === 'done' || stage === 'handled';
}

export function orderPath(id: string): string {
  return `/orders/${encodeURIComponent(id)}`;
}
