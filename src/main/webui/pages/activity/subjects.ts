import { html } from 'lit';
import { address } from '../../app/routes.ts';
import { texts } from '../../texts.ts';
import type { Connected, Entry } from './entry-model.ts';

// Counters of ours say nothing to people, no more than ids; and the action is in the entry's first words.
const UNSAID = new Set(['link', 'action', 'source', 'revision']);
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** What was done, in words: Connection change, reconnect. What the operation says already is not said twice. */
export function named(entry: Entry): string {
  const operation = texts.activity.operationOf(entry.operation);
  const action = entry.subjects['action']?.replaceAll('-', ' ');
  return action && !operation.toLowerCase().split(' ').includes(action) ? `${operation}, ${action}` : operation;
}

/** What an entry is about: each thing with its kind, an anomaly with the way to it. */
export function subjects(entry: Entry): unknown {
  return Object.entries(entry.subjects)
    .filter(([kind, name]) => !UNSAID.has(kind) && !ID.test(name))
    .map(([kind, name]) => html`<span class="subject"><span class="soft">${texts.activity.kind(kind)}</span> ${linked(entry, kind, name)}</span>`);
}

/** The name of the connection that an entry is about. */
export function connectionOf(entry: Entry, connections: readonly Connected[] | undefined): string {
  if (!entry.connectionId) {
    return texts.activity.noConnection;
  }
  const known = connections?.find(({ id }) => id === entry.connectionId);
  return known?.name ?? (connections ? texts.gone : entry.connectionId);
}

function linked(entry: Entry, kind: string, name: string): unknown {
  return kind === 'anomaly'
    ? html`<a href=${address('anomalies', entry.subjects['source'] ?? 'default', name)}>${name}</a>`
    : name;
}
