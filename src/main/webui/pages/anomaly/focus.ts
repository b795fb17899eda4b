import type { LitElement, ReactiveController } from 'lit';

/** Leads to a form's first field as soon as that is there, and never again. */
export class LeadIn implements ReactiveController {
  private led = false;

  constructor(
    private readonly host: LitElement,
    private readonly selector: string,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const field = this.led ? null : this.host.querySelector<HTMLElement>(this.selector);
    if (field) {
      this.led = true;
      field.focus();
    }
  }
}

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
