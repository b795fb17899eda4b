import type { Target } from './ticketing.ts';

const KEY = 'nowbridge.desk';

/** Where this person's last ticket went; the first where that is gone. */
export function usualDesk(targets: readonly Target[]): Target | undefined {
  const kept = localStorage.getItem(KEY);
  return targets.find(({ id }) => id === kept) ?? targets[0];
}

export function keepDesk(id: string): void {
  localStorage.setItem(KEY, id);
}
