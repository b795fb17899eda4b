import { context } from './context.ts';
import type { TicketForm } from './ticket-form.ts';
import type { Anomaly } from './ticketing.ts';

/** A request for a ticket, as the API takes it. */
export type TicketRequest = Readonly<Record<string, unknown>>;

const OWN = 'fields.';

/** The request for an anomaly's ticket as the form stands; {@code words} go before what was answered there. */
export function request(form: TicketForm, anomaly: Anomaly, words: Readonly<Record<string, string>> = {}): TicketRequest {
  const answers = { ...form.answers, ...words };
  const all = Object.entries(answers);
  // Columns that only this desk has lie in an object of their own.
  const own = all.filter(([name]) => name.startsWith(OWN)).map(([name, value]) => [name.slice(OWN.length), value]);
  return {
    ...Object.fromEntries(all.filter(([name]) => !name.startsWith(OWN))),
    connectionId: form.target,
    table: form.shape.value?.table,
    fields: Object.fromEntries(own),
    anomaly: context(anomaly, answers['description']),
  };
}
