import { html } from 'lit';
import { withQuery } from '../../app/api.ts';
import { time } from '../../app/format.ts';
import { address } from '../../app/routes.ts';
import { texts } from '../../texts.ts';
import type { Connected, Entry } from './entry-model.ts';

// Counters of ours say nothing to people, no more than ids; and the action is in the entry's first words.
const UNSAID = new Set(['link', 'action', 'source', 'revision']);
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** What was done, in words: Connection change, reconnect. */
export function named(entry: Entry): string {
  const operation = texts.activity.operationOf(entry.operation);
  const action = actionOf(entry);
  return action ? `${operation}, ${action}` : operation;
}

/** What was done in particular; empty where the operation says it already. */
export function actionOf(entry: Entry): string {
  const action = entry.subjects['action']?.replaceAll('-', ' ') ?? '';
  const operation = texts.activity.operationOf(entry.operation).toLowerCase().split(' ');
  return operation.includes(action) ? '' : action;
}

/** What an entry is about: each thing with its kind, an anomaly and an order with the way to it. */
export function subjects(entry: Entry): readonly unknown[] {
  return Object.entries(entry.subjects)
    .filter(([kind, name]) => !UNSAID.has(kind) && !ID.test(name))
    .map(([kind, name]) => html`<span class="subject"><span class="soft">${texts.activity.kind(kind)}</span> ${linked(entry, kind, name)}</span>`);
}

/** The name of the connection that an entry is about; empty where it is about none, or while names are not known. */
export function connectionOf({ connectionId }: Entry, connections: readonly Connected[] | undefined): string {
  if (!connectionId || !connections) {
    return '';
  }
  return connections.find(({ id }) => id === connectionId)?.name ?? texts.activity.unknownConnection;
}

function linked(entry: Entry, kind: string, name: string): unknown {
  if (kind === 'anomaly') {
    return html`<a href=${address('anomalies', entry.subjects['source'] ?? 'default', name)}>${name}</a>`;
  }
  if (kind === 'order') {
    return html`<a href=${withQuery(address('orders'), { desk: entry.connectionId, number: name })}>${name}</a>`;
  }
  return INSTANT.test(name) ? time(name) : name;
}
