import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Api } from '../../app/api.ts';
import { Plain } from '../../app/page.ts';
import { address } from '../../app/routes.ts';
import { Deed } from '../../parts/deed.ts';
import { productTexts } from '../../product-texts.ts';
import { obstaclesIn, refusal } from '../template/obstacles.ts';
import type { Run, Task } from './run.ts';
import '@vaadin/button';

type Startable = keyof typeof productTexts.start.deeds;

/** Starts a run of a template; of some products only, where they are given. */
export function start(api: Api, template: string, task: Task, skus?: readonly string[]): Promise<Run> {
  return api.send('POST', `/templates/${encodeURIComponent(template)}/runs`, { body: { task, ...(skus && { skus }) } });
}

/** Why no run began: what stands in the way of the template, or another run, with the way to it. */
export function runTrouble(deed: Pick<Deed, 'problem' | 'trouble'>): unknown {
  const { problem } = deed;
  if (problem && obstaclesIn(problem).length) {
    return refusal(problem);
  }
  const other = problem?.said['runId'];
  return html`
    ${deed.trouble()}
    ${other ? html`<p><a href=${address('product-runs', String(other))}>${productTexts.start.other}</a></p>` : nothing}
  `;
}

/** What a person can have a template do now. Tells the run that began as the event `run`. */
@customElement('nb-run-start')
class RunStart extends Plain {
  @property({ attribute: false }) api!: Api;
  @property() template = '';
  @property({ attribute: false }) tasks: readonly Startable[] = ['sync', 'dry-run', 'verify'];
  /** Whether none can begin now. */
  @property({ type: Boolean }) barred = false;

  private readonly starting = new Deed(this, async (task: Startable) => {
    const detail = await start(this.api, this.template, task);
    this.dispatchEvent(new CustomEvent<Run>('run', { detail }));
  });

  protected override render(): unknown {
    const words = productTexts.start;
    return html`
      <div class="row" role="group" aria-label=${words.name}>
        ${this.tasks.map(
          (task) => html`
            <vaadin-button
              theme=${task === 'sync' ? 'primary' : ''}
              title=${words.hints[task]}
              ?disabled=${this.barred || this.starting.busy}
              @click=${() => this.starting.run(task)}
            >${words.deeds[task]}</vaadin-button>
          `,
        )}
      </div>
      ${runTrouble(this.starting)}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-run-start': RunStart;
  }
}
