import { type Asked, type Choice, areaInput, choiceInput, textInput } from '../../parts/inputs.ts';
import { zoneInput } from '../../parts/zone.ts';
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
const LONG = new Set(['descriptionTemplate', 'closeNotes']);

/** What has to be known as soon as a system is connected. */
export function settingsAtFirst(type: ConnectionType): readonly string[] {
  return type.kind === 'anomaly-platform' ? ['source'] : type.type === 'tdsynnex' ? ['region'] : [];
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
      ];
    case 'anomaly-platform':
      return ['source', 'timeZone', 'webhookAuthentication'];
    case 'distributor':
      return connection.type === 'tdsynnex' ? ['region', 'timeZone'] : ['timeZone'];
  }
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
  return LONG.has(name) ? areaInput(asked) : textInput({ ...asked, longest: LONGEST_NAME });
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

// A setting that has a preset need not be said: its first choice is what holds then.
function withUnset(choices: Readonly<Record<string, string>>, name: string): Choice[] {
  const said = Object.entries(choices).map(([value, label]) => ({ value, label }));
  return name === 'region' ? [{ value: '', label: texts.settings.unset }, ...said] : said;
}
