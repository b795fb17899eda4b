import { type ReactiveController, type ReactiveControllerHost, html } from 'lit';
import { Problem } from './problem.ts';
import '../parts/problem.ts';
import '../parts/waiting.ts';

const NOT_FOUND = 404;

/**
 * Something that an element fetches to show it: while it is under way, when it is there, and when it could not be had. A
 * later fetch makes an earlier one void; what is there stays to be seen until the next is.
 */
export class Loading<T> implements ReactiveController {
  value?: T;
  problem?: Problem;
  busy = false;
  private underWay?: AbortController;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly fetch: (signal: AbortSignal) => Promise<T>,
    private readonly atOnce = true,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    if (this.atOnce) {
      void this.run();
    }
  }

  hostDisconnected(): void {
    this.underWay?.abort();
  }

  /** Fetches it, again if need be. */
  run(): Promise<void> {
    return this.take(false);
  }

  /** Fetches it again unasked: what is there stays to be seen where that fails. */
  async refresh(): Promise<void> {
    if (!this.busy) {
      await this.take(true);
    }
  }

  private async take(unasked: boolean): Promise<void> {
    this.underWay?.abort();
    const control = new AbortController();
    this.underWay = control;
    this.busy = true;
    this.host.requestUpdate();
    try {
      const value = await this.fetch(control.signal);
      if (!control.signal.aborted) {
        this.value = value;
        this.problem = undefined;
      }
    } catch (failure) {
      if (control.signal.aborted) {
        return;
      }
      if (!(failure instanceof Problem)) {
        throw failure;
      }
      if (!unasked || this.value === undefined) {
        this.problem = failure;
      }
    } finally {
      if (this.underWay === control) {
        this.busy = false;
        this.host.requestUpdate();
      }
    }
  }

  /** What there is to see. */
  render(show: (value: T) => unknown, lines = 4): unknown {
    if (this.problem) {
      // What is not there will not be there for asking again.
      const retry = this.problem.status === NOT_FOUND ? undefined : () => this.run();
      return html`<nb-problem .problem=${this.problem} .retry=${retry}></nb-problem>`;
    }
    return this.value === undefined ? html`<nb-waiting lines=${lines}></nb-waiting>` : show(this.value);
  }
}
