import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Plain } from '../app/page.ts';
import type { Problem } from '../app/problem.ts';
import { texts } from '../texts.ts';
import '@vaadin/button';

/** What went wrong, what to do about it, and who can; with a way to try again where that may help. */
@customElement('nb-problem')
class ProblemPart extends Plain {
  @property({ attribute: false }) problem?: Problem;
  @property({ attribute: false }) retry?: () => void;

  protected override render(): unknown {
    const problem = this.problem;
    if (!problem) {
      return nothing;
    }
    return html`
      <section class="problem" role="alert">
        <h2>${problem.title}</h2>
        ${problem.detail ? html`<p>${problem.detail}</p>` : nothing}
        ${problem.errors.length ? html`<ul>${problem.errors.map((error) => html`<li><b>${error.field}</b> ${error.message}</li>`)}</ul>` : nothing}
        ${problem.resolution ? html`<p class="resolution">${problem.resolution}</p>` : nothing}
        <p class="who">${texts.who(problem.whoCanFix)}</p>
        ${this.retry ? html`<vaadin-button theme="small" @click=${this.retry}>${texts.retry}</vaadin-button>` : nothing}
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-problem': ProblemPart;
  }
}
