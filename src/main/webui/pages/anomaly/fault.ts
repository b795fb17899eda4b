import type { LitElement } from 'lit';

/** Leads to the first faulty field of a form, or else to what is said of its problem. */
export async function focusFault(host: LitElement): Promise<void> {
  await host.updateComplete;
  // The fields show that they are faulty with their own next rendering.
  await new Promise(requestAnimationFrame);
  const field = host.querySelector<HTMLElement>('[invalid]');
  if (field) {
    field.closest('details')?.setAttribute('open', '');
    field.focus();
    return;
  }
  const problem = host.querySelector<HTMLElement>('nb-problem');
  problem?.setAttribute('tabindex', '-1');
  problem?.focus();
}
