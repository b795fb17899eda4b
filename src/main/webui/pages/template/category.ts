/** A category of the distributor's: its code begins with that of the wider one, and goes three digits further. */
export interface Category {
  readonly code: string;
  readonly products: number;
  readonly children?: readonly Category[];
}

export type Mark = 'all' | 'some' | 'none';

/** Whether a category is chosen: itself or by a wider one, in some of its parts, or not at all. */
export function markOf(code: string, chosen: readonly string[]): Mark {
  if (chosen.some((one) => code.startsWith(one))) {
    return 'all';
  }
  return chosen.some((one) => one.startsWith(code)) ? 'some' : 'none';
}

/** The same choice with all of a category in it. Where that makes a wider one whole, the wider one is chosen. */
export function withAll(code: string, chosen: readonly string[], among: readonly Category[]): readonly string[] {
  const others = chosen.filter((one) => !one.startsWith(code));
  return gathered(among, [...others, code], wholly(among)).concat(unlisted(others, among));
}

/** The same choice without a category: of a wider one that was chosen, all the rest stays. */
export function without(code: string, chosen: readonly string[], among: readonly Category[]): readonly string[] {
  const rest = chosen.filter((one) => !one.startsWith(code));
  const wider = rest.find((one) => code.startsWith(one));
  if (wider === undefined) {
    return rest;
  }
  return rest.filter((one) => one !== wider).concat(besides(code, named(wider, among)));
}

/** Those of the choice that are not in the catalogue now. */
export function unlisted(chosen: readonly string[], among: readonly Category[]): readonly string[] {
  return chosen.filter((one) => named(one, among) === undefined);
}
