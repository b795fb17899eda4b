import { type ReactiveControllerHost, html, nothing } from 'lit';
import { Problem } from '../app/problem.ts';
import { texts } from '../texts.ts';
import './problem.ts';
import '@vaadin/button';

const CHANGED_MEANWHILE = 412;

/** Something that a person does at the API: once at a time, and with its problem shown where it was done. */
export class Deed<A extends unknown[] = []> {
  busy = false;
  problem?: Problem;

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly act: (...what: A) => Promise<void>,
  ) {}

  /** Does it, unless it is being done; true if it came to a good end. */
  async run(...what: A): Promise<boolean> {
    if (this.busy) {
      return false;
    }
    this.busy = true;
    this.problem = undefined;
    this.host.requestUpdate();
    try {
      await this.act(...what);
      return true;
    } catch (failure) {
      if (!(failure instanceof Problem)) {
        throw failure;
      }
      this.problem = failure;
      void this.leadToFault();
      return false;
    } finally {
      this.busy = false;
      this.host.requestUpdate();
    }
  }

  forget(): void {
    this.problem = undefined;
    this.host.requestUpdate();
  }

  /**
   * What went wrong; where somebody else was faster, with a way to see what is there now. What is {@code shown} at its field
   * is not said twice.
   */
  trouble(reload?: () => unknown, shown: (field: string) => boolean = () => false): unknown {
    if (!this.problem) {
      return nothing;
    }
    return reload && this.problem.status === CHANGED_MEANWHILE
      ? this.overtaken(this.problem, reload)
      : html`<nb-problem .problem=${without(this.problem, shown)}></nb-problem>`;
  }

  private overtaken(problem: Problem, reload: () => unknown): unknown {
    return html`
      <section class="problem" role="alert">
        <h2>${problem.title}</h2>
        <p>${texts.deeds.overtaken}</p>
        <vaadin-button theme="small" @click=${() => this.start(reload)}>${texts.deeds.reload}</vaadin-button>
      </section>
    `;
  }

  private start(reload: () => unknown): void {
    this.forget();
    reload();
  }

  private async leadToFault(): Promise<void> {
    await this.host.updateComplete;
    this.host.querySelector<HTMLElement>('[invalid]')?.focus();
  }
}

function without(problem: Problem, shown: (field: string) => boolean): Problem {
  const others = problem.errors.filter((error) => !shown(error.field));
  if (others.length === problem.errors.length) {
    return problem;
  }
  return new Problem(problem.status, problem.title, texts.deeds.atFields, '', problem.whoCanFix, others, problem.type, problem.said);
}
