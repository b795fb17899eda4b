import { html, nothing } from 'lit';
import { texts } from '../../texts.ts';
import { type Mood, badge } from '../../parts/badge.ts';
import { outward } from '../../parts/link.ts';
import { moment } from '../../parts/moment.ts';
import type { Anomaly, FailedCheck } from './ticketing.ts';

const MOODS: Readonly<Record<string, Mood>> = { Active: 'bad', Acknowledged: 'fair', Resolved: 'good' };

/** What is known of an anomaly. */
export function facts(anomaly: Anomaly): unknown {
  const words = texts.anomaly.facts;
  return html`
    <dl class="facts">
      ${fact(words.id, anomaly.id)} ${fact(words.type, anomaly.type)} ${fact(words.datastore, datastore(anomaly))}
      ${fact(words.container, anomaly.container)} ${fact(words.fields, anomaly.fields.join(', '))}
      ${fact(words.weight, anomaly.weight?.toString())} ${fact(words.tags, anomaly.tags.join(', '))}
      ${fact(words.detected, anomaly.detectedAt && moment(anomaly.detectedAt))}
      ${fact(words.link, anomaly.link && outward(anomaly.link, texts.anomaly.platform))}
      ${anomaly.failedChecks.length ? html`<dt class="wide">${words.checks}</dt><dd class="wide">${checks(anomaly.failedChecks)}</dd>` : nothing}
    </dl>
  `;
}

export function datastore(anomaly: Anomaly): string {
  return anomaly.datastore?.name ?? anomaly.datastore?.id ?? '';
}

/** An anomaly's status, as its platform words it. */
export function statusBadge(status = ''): unknown {
  return status ? badge(status, MOODS[status] ?? 'plain') : nothing;
}

function fact(name: string, value: unknown): unknown {
  return value ? html`<dt>${name}</dt><dd>${value}</dd>` : nothing;
}

function checks(failed: readonly FailedCheck[]): unknown {
  return html`<ul class="bare">${failed.map((check) => html`<li>${checkName(check)}</li>`)}</ul>`;
}

function checkName({ id, name, ruleType }: FailedCheck): unknown {
  return html`${name ?? texts.anomaly.check(id ?? '')}${ruleType ? html` <span class="soft">${ruleType}</span>` : nothing}`;
}
