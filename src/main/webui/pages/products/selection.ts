import { number } from '../../app/format.ts';
import { productTexts } from '../../product-texts.ts';
import { texts } from '../../texts.ts';
import type { OptionValue, Template } from '../templates/template.ts';

/** The options of a template that say which products it is about. Each is a list, separated by commas. */
export const selectionOptions = ['selectedCategories', 'selectedManufacturers', 'selectedStatuses', 'selectedSkus', 'exceptSkus'] as const;

export type SelectionOption = (typeof selectionOptions)[number];

/** How many products of how many are selected. */
export interface Count {
  readonly selected: number;
  readonly of: number;
}

export function isSelection(option: string): boolean {
  return (selectionOptions as readonly string[]).includes(option);
}

export function listed(value: OptionValue | undefined): readonly string[] {
  return String(value ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** What a template selects, in words. */
export function selectionWords({ options }: Pick<Template, 'options'>): string {
  const words = productTexts.selection;
  const said: Readonly<Record<SelectionOption, (list: readonly string[]) => string>> = {
    selectedCategories: words.categories,
    selectedManufacturers: words.manufacturers,
    selectedStatuses: (list) => words.statuses(list.map((status) => texts.template.values[status] ?? status)),
    selectedSkus: (list) => words.skus(number(list.length)),
    exceptSkus: (list) => words.except(number(list.length)),
  };
  const parts = selectionOptions
    .map((option) => ({ option, list: listed(options[option]) }))
    .filter(({ list }) => list.length > 0)
    .map(({ option, list }) => said[option](list));
  return parts.join('; ') || words.all;
}
