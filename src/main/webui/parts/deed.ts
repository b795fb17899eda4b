import { type ReactiveControllerHost, html, nothing } from 'lit';
import { Problem } from '../app/api.ts';
import { Doing } from '../app/doing.ts';
import { texts } from '../texts.ts';
import './problem.ts';
import '@vaadin/button';

const CHANGED_MEANWHILE = 412;

/** Something that a person does at the API, with its problem shown where it was done. */
export class Deed<A extends unknown[] = []> {
  private readonly doing: Doing;

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly act: (...what: A) => Promise<void>,
  ) {
    this.doing = new Doing(host);
  }

  get busy(): boolean {
    return this.doing.busy;
  }

  get problem(): Problem | undefined {
    return this.doing.problem;
  }

  async run(...what: A): Promise<void> {
    await this.doing.run(() => this.act(...what));
    if (this.problem) {
      await this.host.updateComplete;
      this.host.querySelector<HTMLElement>('[invalid]')?.focus();
    }
  }

  forget(): void {
    this.doing.problem = undefined;
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
}

function without(problem: Problem, shown: (field: string) => boolean): Problem {
  const others = problem.errors.filter((error) => !shown(error.field));
  if (others.length === problem.errors.length) {
    return problem;
  }
  return new Problem(problem.status, problem.title, texts.deeds.atFields, '', problem.whoCanFix, others, problem.type, problem.said);
}
