import { texts } from '../../texts.ts';
import type { Option } from '../templates/template.ts';

/** Options that people decide on together. */
export interface Group {
  readonly title: string;
  readonly options: readonly Option[];
}

const GROUPS: Readonly<Record<keyof typeof texts.template.groups, readonly string[]>> = {
  which: ['vendor', 'submission', 'numberPrefix'],
  people: ['priceTolerance', 'priceDifference', 'approvalFrom', 'similarWithin'],
  place: ['shipToStockroom', 'country', 'contact', 'contactPhone', 'contactEmail'],
  shipping: ['shipMethod', 'warehouse', 'backOrder', 'shipComplete', 'manualReview'],
};

/** Options as the form shows them: a kind with few has one group of them all. */
export function grouped(options: readonly Option[]): readonly Group[] {
  const named = Object.entries(GROUPS).map(([group, names]) => ({
    title: texts.template.groups[group as keyof typeof GROUPS],
    options: options.filter(({ option }) => names.includes(option)),
  }));
  const known = Object.values(GROUPS).flat();
  const others = { title: texts.template.choices, options: options.filter(({ option }) => !known.includes(option)) };
  return [...named, others].filter((group) => group.options.length > 0);
}
