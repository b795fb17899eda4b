import { html } from 'lit';
import { address } from '../../app/routes.ts';
import type { Entry } from './entry-model.ts';
import { texts } from '../../texts.ts';

// Ids and counters of ours say nothing to people, and the action is in the entry's first words.
const UNSAID = new Set(['link', 'action', 'source', 'revision']);

/** What was done, in words: Connection change, reconnect. */
export function named(entry: Entry): string {
  const operation = texts.activity.operationOf(entry.operation);
  const action = entry.subjects['action'];
  return action ? `${operation}, ${action.replaceAll('-', ' ')}` : operation;
}

/** What an entry is about: each thing with its kind, an anomaly with the way to it. */
export function subjects(entry: Entry): unknown {
  return Object.entries(entry.subjects)
    .filter(([kind]) => !UNSAID.has(kind))
    .map(([kind, name]) => html`<span class="subject"><span class="soft">${texts.activity.kind(kind)}</span> ${linked(entry, kind, name)}</span>`);
}

function linked(entry: Entry, kind: string, name: string): unknown {
  return kind === 'anomaly'
    ? html`<a href=${address('anomalies', entry.subjects['source'] ?? 'default', name)}>${name}</a>`
    : name;
}
