/** Which anomalies get a ticket by themselves, and what it holds. */
export interface RuleForm {
  readonly name: string;
  readonly enabled: boolean;
  /** The lowest is asked first. */
  readonly order: number;
  readonly conditions: Conditions;
  readonly connectionId?: string;
  readonly table: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly mostPerHour: number;
  readonly recurrenceDays: number;
}

export interface Rule extends RuleForm {
  readonly id: string;
}

/** All of them must hold; one that is left out always does. */
export interface Conditions {
  readonly source?: string;
  readonly datastores?: readonly string[];
  readonly tags?: readonly string[];
  readonly ruleTypes?: readonly string[];
  readonly minimumWeight?: number;
  readonly types?: readonly string[];
}

export const lists = ['datastores', 'tags', 'ruleTypes', 'types'] as const;

/** As the API presets it. */
export const newRule: RuleForm = {
  name: '',
  enabled: true,
  order: 100,
  conditions: {},
  table: 'incident',
  fields: { shortDescription: '{anomaly.container}: {anomaly.description}' },
  mostPerHour: 10,
  recurrenceDays: 30,
};

/** As the API takes it: what was typed around commas is no part of a name. */
export function asSent(form: RuleForm): RuleForm {
  const named = lists.map((list) => [list, form.conditions[list]?.map((one) => one.trim()).filter(Boolean)]);
  return { ...form, conditions: { ...form.conditions, ...Object.fromEntries(named) } };
}
