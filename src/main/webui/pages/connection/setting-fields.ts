import { html } from 'lit';
import { type Asked, type Choice, areaInput, choiceInput, textInput } from '../../parts/inputs.ts';
import { zoneInput } from '../../parts/zone.ts';
import { productTexts } from '../../product-texts.ts';
import { texts } from '../../texts.ts';
import type { Connection, ConnectionType } from '../connections/connection.ts';

/** The settings of a connection as somebody edits them. */
export interface Edited {
  readonly value: (name: string) => string;
  readonly flaw: (name: string) => string | undefined;
  readonly enter: (name: string, value: string) => void;
}

/** Said once for each table of tickets. */
export const perTable: readonly string[] = ['stateOnStatus', 'statusOnState', 'closedStates', 'reopenState'];

const LONGEST_NAME = 60;
const LONGEST = 500;
// Its preset is the API's to know.
const WITHOUT_PRESET = 'region';
const OF_PRODUCTS = [
  'productWriting',
  'productsAtOnce',
  'supplierCustomer',
  'supplierCatalog',
  'supplierId',
  'supplierContract',
  'supplierUnit',
];
const LONGER = new Set(['path', 'statuses']);
const LONG = new Set(['descriptionTemplate', 'closeNotes']);

/** What has to be known as soon as a system is connected. */
export function settingsAtFirst(type: ConnectionType): readonly string[] {
  switch (type.kind) {
    case 'desk':
      return [];
    case 'anomaly-platform':
      return ['source'];
    case 'distributor':
      return ofDistributor(type);
  }
}

/** The settings that a connection can have, but for those of its tables and fields. */
export function settingsOf(connection: Connection): readonly string[] {
  switch (connection.kind) {
    case 'desk':
      return [
        'timeZone',
        'webhookAuthentication',
        'platformName',
        'linksLeaveUntouched',
        'notesBack',
        'closedTickets',
        'closeCode',
        'closeNotes',
        'descriptionTemplate',
        ...(connection.type === 'servicenow' ? OF_PRODUCTS : []),
      ];
    case 'anomaly-platform':
      return ['source', 'timeZone', 'webhookAuthentication'];
    case 'distributor':
      return [...ofDistributor(connection), 'timeZone'];
  }
}

function ofDistributor({ type }: Pick<ConnectionType, 'type'>): readonly string[] {
  return { tdsynnex: ['region'], csv: ['path', 'separator', 'decimalComma', 'currency', 'charset', 'content', 'statuses'] }[type] ?? [];
}

export function settingField(name: string, edited: Edited): unknown {
  const asked = asking(name, name, edited);
  const choices = texts.settings.choices[name];
  if (choices) {
    return choiceInput({ ...asked, wide: false }, withUnset(choices, name));
  }
  if (name === 'timeZone') {
    return zoneInput(asked);
  }
  return LONG.has(name) ? areaInput(asked) : textInput({ ...asked, longest: LONGER.has(name) ? LONGEST : LONGEST_NAME });
}

/** Which column of a price list holds what. */
export function columnFields(edited: Edited): unknown {
  const words = texts.settings;
  return html`
    <h2>${words.columns}</h2>
    <p class="soft">${words.columnsHint}</p>
    <div class="fields">
      ${Object.entries(productTexts.product.fields).map(([field, label]) =>
        textInput({ ...asking(field, `column.${field}`, edited), label, hint: undefined, placeholder: field, longest: 100 }),
      )}
    </div>
  `;
}

export function tableField(name: string, table: string, edited: Edited): unknown {
  return textInput(asking(name, `${name}.${table}`, edited));
}

function asking(name: string, path: string, edited: Edited): Asked {
  return {
    label: texts.settings.names[name] ?? name,
    hint: texts.settings.hints[name],
    value: edited.value(path),
    flaw: edited.flaw(path),
    enter: (value) => edited.enter(path, value),
  };
}

/** What holds while nobody has said anything: the first choice, where there are some. */
export function presetOf(name: string): string {
  return name === WITHOUT_PRESET ? '' : (Object.keys(texts.settings.choices[name] ?? {})[0] ?? '');
}

function withUnset(choices: Readonly<Record<string, string>>, name: string): Choice[] {
  const said = Object.entries(choices).map(([value, label]) => ({ value, label }));
  return name === WITHOUT_PRESET ? [{ value: '', label: texts.settings.unset }, ...said] : said;
}
