/** A category of the distributor's: its code begins with that of the wider one, and goes three digits further. */
export interface Category {
  readonly code: string;
  readonly products: number;
  readonly children: readonly Category[];
}

export type Mark = 'all' | 'some' | 'none';

/** Whether a category is chosen: itself or by a wider one, in some of its parts, or not at all. */
export function markOf(code: string, chosen: readonly string[]): Mark {
  if (chosen.some((one) => code.startsWith(one))) {
    return 'all';
  }
  return chosen.some((one) => one.startsWith(code)) ? 'some' : 'none';
}

/**
 * The choice after a category was put in or left out, each in as few codes as it takes: a category of which all parts are
 * chosen is chosen itself, and one of which a part is left out gives way to its other parts.
 */
export function changed(among: readonly Category[], chosen: readonly string[], code: string, on: boolean): readonly string[] {
  const within = among.flatMap((one) => inside(one, chosen, code, on));
  return [...new Set([...within, ...unlisted(chosen, among)])];
}

function inside(one: Category, chosen: readonly string[], code: string, on: boolean): readonly string[] {
  if (one.code === code) {
    return on ? [code] : [];
  }
  if (!code.startsWith(one.code)) {
    return chosen.filter((other) => other.startsWith(one.code));
  }
  const before = chosen.includes(one.code) ? one.children.map((part) => part.code) : chosen;
  const within = one.children.flatMap((part) => inside(part, before, code, on));
  return one.children.every((part) => within.includes(part.code)) ? [one.code] : within;
}

/** Those of the choice that are not in the catalogue now. */
export function unlisted(chosen: readonly string[], among: readonly Category[]): readonly string[] {
  const known = new Set(codes(among));
  return chosen.filter((one) => !known.has(one));
}

function codes(among: readonly Category[]): readonly string[] {
  return among.flatMap((one) => [one.code, ...codes(one.children)]);
}
