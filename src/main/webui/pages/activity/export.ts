import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Api, withQuery } from '../../app/api.ts';
import { Doing } from '../../app/doing.ts';
import { number, timeZone } from '../../app/format.ts';
import { Live } from '../../app/live.ts';
import { Plain } from '../../app/page.ts';
import { save } from '../../parts/save.ts';
import { texts } from '../../texts.ts';
import '../../parts/problem.ts';
import '@vaadin/button';
import '@vaadin/progress-bar';

interface Export {
  readonly id: string;
  readonly state: 'under-way' | 'ready' | 'failed';
  readonly entries: number;
  readonly file?: { readonly url: string };
}

const POLL_MILLIS = 2_000;

/** Hands the entries that are wanted out as a file: at once, or, where they are many, when they have been written. */
@customElement('nb-export')
class ExportPart extends Plain {
  @property({ attribute: false }) api!: Api;
  /** As the list was asked for. */
  @property({ attribute: false }) wanted: Record<string, string> = {};

  @state() private queued?: Export;

  private readonly doing = new Doing(this);

  constructor() {
    super();
    new Live(this, POLL_MILLIS, () => this.follow());
  }

  protected override render(): unknown {
    const words = texts.activity.export;
    return html`
      <div class="row">
        <vaadin-button ?disabled=${this.busy} @click=${() => this.fetch('csv')}>${words.csv}</vaadin-button>
        <vaadin-button ?disabled=${this.busy} @click=${() => this.fetch('ndjson')}>${words.ndjson}</vaadin-button>
      </div>
      <div role="status">
        ${this.queued?.state === 'under-way'
          ? html`<p>${words.underWay(number(this.queued.entries))}</p><vaadin-progress-bar indeterminate aria-label=${words.name}></vaadin-progress-bar>`
          : nothing}
        ${this.queued?.state === 'ready' && this.queued.file
          ? html`<p>${words.ready(number(this.queued.entries))} <a href=${this.queued.file.url} download>${words.download}</a></p>`
          : nothing}
        ${this.queued?.state === 'failed' ? html`<p>${words.failed}</p>` : nothing}
      </div>
      <nb-problem .problem=${this.doing.problem}></nb-problem>
    `;
  }

  private get busy(): boolean {
    return this.doing.busy || this.queued?.state === 'under-way';
  }

  private fetch(kind: 'csv' | 'ndjson'): Promise<boolean> {
    this.queued = undefined;
    return this.doing.run(async () => {
      const csv = kind === 'csv' ? { timeZone, bom: 'true' } : {};
      const answer = await this.api.answer('GET', withQuery(`/activity.${kind}`, { ...this.wanted, ...csv }));
      if (answer.status === 202) {
        this.queued = await answer.json();
      } else {
        save(await answer.blob(), `activity.${kind}`, answer.headers.get('content-disposition'));
      }
    });
  }

  private async follow(): Promise<void> {
    const queued = this.queued;
    if (queued?.state === 'under-way') {
      await this.doing.run(async () => {
        this.queued = await this.api.get<Export>(`/activity-exports/${queued.id}`);
      });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-export': ExportPart;
  }
}
