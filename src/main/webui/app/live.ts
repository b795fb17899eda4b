import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Does something again and again while the person looks at the page, one after the other. */
export class Live implements ReactiveController {
  private timer?: number;

  constructor(
    host: ReactiveControllerHost,
    private readonly everyMillis: number,
    private readonly run: () => Promise<void>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.next();
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }

  private next(): void {
    this.timer = setTimeout(async () => {
      try {
        if (document.visibilityState === 'visible') {
          await this.run();
        }
      } finally {
        this.next();
      }
    }, this.everyMillis);
  }
}
