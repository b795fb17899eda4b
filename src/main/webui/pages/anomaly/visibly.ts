import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Does something again and again while the page is to be seen, and at once when it is to be seen again. */
export class Visibly implements ReactiveController {
  private timer = 0;

  constructor(
    host: ReactiveControllerHost,
    private readonly everyMillis: number,
    private readonly deed: () => Promise<void>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.turned);
    this.wait();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.turned);
    clearTimeout(this.timer);
  }

  private readonly turned = (): void => {
    clearTimeout(this.timer);
    if (!document.hidden) {
      void this.again();
    }
  };

  private async again(): Promise<void> {
    await this.deed();
    this.wait();
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.again(), this.everyMillis);
  }
}
