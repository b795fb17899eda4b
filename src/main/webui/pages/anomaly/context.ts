import { texts } from '../../texts.ts';
import type { Anomaly } from './ticketing.ts';

/**
 * What a request says of its anomaly; the ticket's description ends with it. The anomaly's message is left out where the
 * person's own description has it.
 */
export function context(anomaly: Anomaly, description = ''): unknown {
  const { id, type, status, weight, datastore, container, fields, tags, failedChecks, detectedAt, link } = anomaly;
  const message = anomaly.description && description.includes(anomaly.description) ? undefined : anomaly.description;
  return { id, type, status, weight, datastore, container, fields, tags, failedChecks, detectedAt, link, description: message };
}

/** A template such as {@code {container}: {message}} for an anomaly; cut visibly where it does not fit. */
export function filled(template: string, anomaly: Anomaly, length: number): string {
  const text = template.replace(/\{(\w+)\}/g, (placeholder, name: string) => word(anomaly, name) ?? placeholder);
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length - 1).trimEnd()}…`;
}

/** What an anomaly is called where it has one line. */
export function title(anomaly: Anomaly): string {
  return anomaly.description?.trim() || texts.anomaly.untitled(anomaly.id);
}

function word(anomaly: Anomaly, name: string): string | undefined {
  const words: Record<string, string | undefined> = {
    id: anomaly.id,
    type: anomaly.type ?? '',
    status: anomaly.status ?? '',
    datastore: anomaly.datastore?.name ?? anomaly.datastore?.id ?? '',
    container: anomaly.container ?? anomaly.datastore?.name ?? texts.anomaly.untitled(anomaly.id),
    message: title(anomaly),
  };
  return words[name];
}
