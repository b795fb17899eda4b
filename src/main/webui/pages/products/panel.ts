import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Api } from '../../app/api.ts';
import { Plain } from '../../app/page.ts';
import { address } from '../../app/routes.ts';
import { Deed } from '../../parts/deed.ts';
import { moment } from '../../parts/moment.ts';
import { productTexts } from '../../product-texts.ts';
import { texts } from '../../texts.ts';
import type { Failure } from '../activity/entry-model.ts';
import { standing, wouldDo } from './progress.ts';
import { type Run, runPath, stateOf } from './run.ts';
import { runTrouble } from './start.ts';
import '../../parts/ask.ts';
import '@vaadin/button';

type Act = 'cancel' | 'confirm' | 'retry';

/** How a run stands, and what can be done about it now. Tells the run that comes of that as the event `run`. */
@customElement('nb-run-panel')
class RunPanel extends Plain {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) run!: Run;
  /** Whether the run has to be named, since it is not what the page is about. */
  @property({ type: Boolean }) named = false;
  @state() private asking?: 'cancel' | 'confirm';

  private readonly acting = new Deed(this, async (act: Act) => {
    this.asking = undefined;
    const detail = await this.api.send<Run>('POST', `${runPath(this.run.id)}/${act}`);
    this.dispatchEvent(new CustomEvent<Run>('run', { detail }));
  });

  protected override render(): unknown {
    const { run } = this;
    const words = productTexts.run;
    return html`
      <div class="run">
        <div class="row top">
          ${this.named ? html`<a class="name" href=${address('product-runs', run.id)}>${productTexts.tasks[run.task]}</a>` : nothing}
          <span role="status">${stateOf(run)}</span>
          <span class="soft">${moment(run.at)} ${words.by(run.startedBy)}</span>
          <span class="row acts">${this.deeds()}</span>
        </div>
        ${standing(run)} ${why(run.stop ?? run.waitingFor)}
      </div>
      ${runTrouble(this.acting)}
      <nb-ask
        ?open=${this.asking !== undefined}
        heading=${this.asking === 'confirm' ? words.askGoOn : words.askCancel}
        deed=${this.asking === 'confirm' ? words.goOn : words.cancel}
        .content=${html`<p>${this.asking === 'confirm' ? words.goOnMeans(wouldDo(run)) : words.cancelMeans}</p>`}
        @cancel=${() => (this.asking = undefined)}
        @confirm=${() => this.asking && this.acting.run(this.asking)}
      ></nb-ask>
    `;
  }

  private deeds(): unknown {
    const words = productTexts.run;
    const { state, stop, progress, entryId } = this.run;
    switch (state) {
      case 'waiting':
      case 'planning':
      case 'writing':
        return stop ? nothing : this.button(words.cancel, () => (this.asking = 'cancel'));
      case 'held':
        return [this.button(words.goOn, () => (this.asking = 'confirm')), this.button(words.leave, () => this.acting.run('cancel'))];
      case 'ended':
        return html`
          ${progress.failed ? this.button(words.retry, () => this.acting.run('retry')) : nothing}
          <a href=${address('activity', entryId)}>${words.log}</a>
        `;
    }
  }

  private button(text: string, press: () => unknown): unknown {
    return html`<vaadin-button theme="small" ?disabled=${this.acting.busy} @click=${press}>${text}</vaadin-button>`;
  }
}

function why(failure?: Failure): unknown {
  if (!failure) {
    return nothing;
  }
  const { cause, resolution, whoCanFix } = failure;
  return html`
    <div class="stop">
      <p>${cause}</p>
      ${resolution ? html`<p><b>${productTexts.run.resolution}</b> ${resolution}</p>` : nothing}
      <p class="soft">${texts.who(whoCanFix)}</p>
    </div>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-run-panel': RunPanel;
  }
}
