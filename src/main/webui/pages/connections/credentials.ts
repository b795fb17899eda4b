import { html, nothing } from 'lit';
import type { Problem } from '../../app/problem.ts';
import { areaInput, choiceInput, flawIn, secretInput, textInput } from '../../parts/inputs.ts';
import { texts } from '../../texts.ts';
import type { ConnectionType, Scheme } from './connection.ts';

/** What is entered to sign in somewhere. What one way does not take is kept for those who come back to another. */
export interface Entered {
  readonly scheme: string;
  readonly values: Readonly<Record<string, string>>;
}

const SECRET = new Set(['password', 'clientSecret', 'refreshToken', 'secret', 'key', 'token']);

export function nothingEntered(type: ConnectionType, scheme?: string): Entered {
  const known = type.authentications.find((way) => way.type === scheme) ?? type.authentications[0];
  return { scheme: known?.type ?? '', values: {} };
}

/** As the API takes it. */
export function authentication(type: ConnectionType, entered: Entered): Record<string, string> {
  const scheme = schemeOf(type, entered);
  const names = scheme ? [...scheme.required, ...scheme.optional] : [];
  const given = names.map((name) => [name, entered.values[name] ?? ''] as const).filter(([, value]) => value !== '');
  return { ...Object.fromEntries(given), type: entered.scheme };
}

export function credentialFields(
  type: ConnectionType,
  entered: Entered,
  problem: Problem | undefined,
  enter: (entered: Entered) => void,
): unknown {
  const scheme = schemeOf(type, entered);
  return html`
    ${type.authentications.length > 1
      ? choiceInput(
          {
            label: texts.credentials.way,
            value: entered.scheme,
            hint: texts.credentials.hints[entered.scheme] ?? '',
            wide: true,
            enter: (way) => enter({ ...entered, scheme: way }),
          },
          type.authentications.map((way) => ({ value: way.type, label: texts.credentials.ways[way.type] ?? way.type })),
        )
      : nothing}
    ${scheme?.required.map((name) => field(name, true, entered, problem, enter))}
    ${scheme?.optional.map((name) => field(name, false, entered, problem, enter))}
  `;
}

function field(
  name: string,
  required: boolean,
  entered: Entered,
  problem: Problem | undefined,
  enter: (entered: Entered) => void,
): unknown {
  const asked = {
    label: texts.credentials.names[name] ?? name,
    value: entered.values[name] ?? '',
    hint: texts.credentials.fieldHints[name],
    required,
    flaw: flawIn(problem, `authentication.${name}`),
    enter: (value: string) => enter({ ...entered, values: { ...entered.values, [name]: value } }),
  };
  if (name === 'privateKey') {
    return areaInput(asked);
  }
  return SECRET.has(name) ? secretInput(asked) : textInput(asked);
}

function schemeOf(type: ConnectionType, entered: Entered): Scheme | undefined {
  return type.authentications.find((way) => way.type === entered.scheme);
}
