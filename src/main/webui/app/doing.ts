import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Problem } from './api.ts';

/** Something that a person has asked for: it is done once at a time, and its problem is kept to be shown. */
export class Doing implements ReactiveController {
  busy = false;
  problem?: Problem;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {}

  /** Does it, unless something is being done; true if it came to a good end. */
  async run(deed: () => Promise<void>): Promise<boolean> {
    if (this.busy) {
      return false;
    }
    this.busy = true;
    this.problem = undefined;
    this.host.requestUpdate();
    try {
      await deed();
      return true;
    } catch (failure) {
      if (!(failure instanceof Problem)) {
        throw failure;
      }
      this.problem = failure;
      return false;
    } finally {
      this.busy = false;
      this.host.requestUpdate();
    }
  }
}
