import { texts } from '../../texts.ts';
import { type Change, type Connection, isOpen } from '../connections/connection.ts';

export type Rate = { readonly every: number; readonly unit: 'minutes' | 'hours' | 'days' };
export type Crontab = { readonly cron: string; readonly zone: string };
export type Schedule = Rate | Crontab;

/** The kind of template that keeps products. */
export const PRODUCT_SYNC = 'product-sync';

/** The kind of template that orders what purchase orders ask for. */
export const CREATE_ORDERS = 'create-orders';

export type OptionValue = string | number | boolean;

/** What keeps a template from running. */
export interface Obstacle {
  readonly subject: string;
  readonly message: string;
  readonly whoCanFix: string;
}

/** What people say about a template. */
export interface TemplateForm {
  readonly kind: string;
  readonly name: string;
  readonly deskId: string;
  readonly distributorId: string;
  readonly schedule: Schedule;
  /** Tables, fields, and the values of what the kind maps besides. */
  readonly mappings: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly options: Readonly<Record<string, OptionValue>>;
}

export interface Template extends TemplateForm {
  readonly id: string;
  readonly enabled: boolean;
  readonly nextRuns?: readonly string[];
  readonly created: Change;
  readonly changed: Change;
  readonly revision: number;
  readonly obstacles?: readonly Obstacle[];
}

export interface Field {
  readonly field: string;
  readonly part: string;
  readonly access: 'read' | 'write';
  readonly required: boolean;
  readonly requiredWhen: readonly { readonly option: string; readonly value: string }[];
  readonly length: number;
  readonly suggestions: Readonly<Record<string, string>>;
}

export interface ValueMap {
  readonly mapping: string;
  readonly field: string;
  readonly keys: readonly string[];
  readonly required: readonly string[];
}

export interface Option {
  readonly option: string;
  readonly type: 'toggle' | 'choice' | 'text' | 'amount' | 'list';
  readonly preset: OptionValue;
  readonly values?: readonly string[];
  readonly longest?: number;
  readonly least?: string;
  readonly most?: string;
}

/** What a kind of template can be told. */
export interface TemplateKind {
  readonly kind: string;
  readonly title: string;
  readonly shortestIntervalMinutes: number;
  readonly tables: readonly { readonly part: string; readonly suggestions: Readonly<Record<string, string>> }[];
  readonly fields: readonly Field[];
  readonly mappings: readonly ValueMap[];
  readonly options: readonly Option[];
}

/** Whether a template can do without a field's column. */
export function isRequired(field: Field, options: Readonly<Record<string, OptionValue>>): boolean {
  return field.required || field.requiredWhen.some(({ option, value }) => String(options[option]) === value);
}

/** What is known, without asking the desk, to keep a template from running. */
export function knownFlaws(template: Template, kind: TemplateKind, connections: readonly Connection[]): string[] {
  const closed = [template.deskId, template.distributorId]
    .map((id) => connections.find((one) => one.id === id))
    .filter((one) => one !== undefined && !isOpen(one))
    .map((one) => texts.templates.closed(one?.name ?? '', one?.state ?? ''));
  const fields = kind.fields.filter((field) => isRequired(field, template.options) && !template.mappings['fields']?.[field.field]);
  const values = kind.mappings.flatMap((map) => map.required.filter((key) => !template.mappings[map.mapping]?.[key]));
  const unmapped = fields.length + values.length;
  return unmapped ? [...closed, texts.templates.unmapped(unmapped)] : closed;
}
