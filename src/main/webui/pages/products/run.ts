import { type Mood, badge } from '../../parts/badge.ts';
import { productTexts } from '../../product-texts.ts';
import type { Failure } from '../activity/entry-model.ts';

export type Task = keyof typeof productTexts.tasks;
export type State = keyof typeof productTexts.run.states;
export type Result = keyof typeof productTexts.run.results;

/** A file of the distributor. */
export interface Edition {
  readonly name: string;
  readonly at: string;
  readonly bytes: number;
}

/** What reading the catalogue brought to light: numbers of products. */
export interface Found {
  readonly listed: number;
  readonly selected: number;
  readonly unchanged: number;
  readonly toCreate: number;
  readonly toUpdate: number;
  readonly toDeactivate: number;
  readonly heldBack: number;
  readonly vanished: number;
  readonly malformed: number;
  readonly duplicates: number;
}

/** How far a run has come. */
export interface Progress {
  readonly chunks: number;
  readonly ended: number;
  readonly done: number;
  /** Those untried are among them. */
  readonly failed: number;
  /** Of a run that ended before its time. */
  readonly untried: number;
  /** Of how many products each is the outcome; one that is left out, of none. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly perSecond?: number;
  readonly secondsLeft?: number;
}

/** A synchronisation of products, as the API says it. */
export interface Run {
  readonly id: string;
  /** In the Sync Activity Log. */
  readonly entryId: string;
  readonly templateId: string;
  readonly task: Task;
  readonly startedBy: string;
  readonly at: string;
  readonly endedAt?: string;
  readonly state: State;
  readonly result?: Result;
  readonly edition?: Edition;
  readonly found: Found;
  readonly progress: Progress;
  /** Why it waits or is held. */
  readonly waitingFor?: Failure;
  /** Why it ended, or is to end, before its time. */
  readonly stop?: Failure;
  /** The first rows of the file that could not be read. */
  readonly remarks: readonly Failure[];
  /** How many products it was limited to. */
  readonly only?: number;
}

const MOODS: Readonly<Record<Result, Mood>> = { success: 'good', 'partial-success': 'fair', failed: 'bad' };

export function stateOf(run: Run): unknown {
  const { state, result } = run;
  if (result === 'success' && differs(run)) {
    return badge(productTexts.run.differs, 'fair');
  }
  if (state === 'ended' && result) {
    return badge(productTexts.run.results[result], MOODS[result]);
  }
  return badge(productTexts.run.states[state], state === 'held' ? 'fair' : 'busy');
}

// A verification that finds something has done its work, which is no reason to call it a success.
function differs({ task, progress }: Run): boolean {
  const { different = 0, missing = 0 } = progress.outcomes;
  return task === 'verify' && different + missing > 0;
}

/** Whether it moves on by itself. */
export function isUnderWay(run: Run | undefined): boolean {
  return run !== undefined && run.state !== 'ended' && run.state !== 'held';
}

/** Whether it writes nothing. */
export function compares({ task }: Pick<Run, 'task'>): boolean {
  return task === 'dry-run' || task === 'verify';
}

/** How many products it writes or compares. */
export function changes({ found }: Run): number {
  return found.toCreate + found.toUpdate + found.toDeactivate;
}

export function took({ at, endedAt }: Run): number | undefined {
  return endedAt === undefined ? undefined : Date.parse(endedAt) - Date.parse(at);
}

export function runPath(id: string): string {
  return `/product-runs/${encodeURIComponent(id)}`;
}
