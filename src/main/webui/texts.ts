import { activity } from './texts/activity.ts';
import { anomalies, bulk } from './texts/anomalies.ts';
import { anomaly, linking, ticketForm } from './texts/anomaly.ts';
import { connection, ending, webhooks } from './texts/connection.ts';
import { checks, connect, connections, credentials } from './texts/connections.ts';
import { datastores } from './texts/datastores.ts';
import { frame } from './texts/frame.ts';
import { overview } from './texts/overview.ts';
import { rules } from './texts/rules.ts';
import { settings } from './texts/settings.ts';
import { template } from './texts/template.ts';
import { schedule, templates } from './texts/templates.ts';

/** Every English word of the console, room by room, for those who translate it; those about products are in product-texts.ts. */
export const texts = {
  ...frame,
  overview,
  activity,
  anomalies,
  bulk,
  anomaly,
  ticketForm,
  linking,
  connections,
  connect,
  credentials,
  checks,
  connection,
  webhooks,
  ending,
  settings,
  templates,
  schedule,
  template,
  datastores,
  rules,
};
