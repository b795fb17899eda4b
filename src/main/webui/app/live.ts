import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Problem } from './problem.ts';

/** Does something again and again while the person looks at the page, one after the other. */
export class Live implements ReactiveController {
  private timer?: number;
  private there = false;

  constructor(
    host: ReactiveControllerHost,
    private readonly everyMillis: number,
    private readonly run: () => Promise<void>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.there = true;
    this.next();
  }

  hostDisconnected(): void {
    this.there = false;
    clearTimeout(this.timer);
  }

  private next(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      try {
        if (document.visibilityState === 'visible') {
          await this.run();
        }
      } catch (failure) {
        // What is there stays to be seen, and the next look comes.
        if (!(failure instanceof Problem)) {
          throw failure;
        }
      } finally {
        // The page may have gone while this ran.
        if (this.there) {
          this.next();
        }
      }
    }, this.everyMillis);
  }
}
