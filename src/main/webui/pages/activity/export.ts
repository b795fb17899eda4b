import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Api, withQuery } from '../../app/api.ts';
import { number, timeZone } from '../../app/format.ts';
import { Live } from '../../app/live.ts';
import { Plain } from '../../app/page.ts';
import { Deed } from '../../parts/deed.ts';
import { save } from '../../parts/save.ts';
import { texts } from '../../texts.ts';
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

  private readonly exporting = new Deed(this, async (kind: 'csv' | 'ndjson') => {
    this.queued = undefined;
    const csv = kind === 'csv' ? { timeZone, bom: 'true' } : {};
    const path = withQuery(`/activity.${kind}`, { ...this.wanted, ...csv });
    const answer = await this.api.file<Export>(`activity.${kind}`, 'GET', path);
    if (answer instanceof File) {
      save(answer);
    } else {
      this.queued = answer;
    }
  });

  private readonly following = new Deed(this, async (id: string) => {
    this.queued = await this.api.get<Export>(`/activity-exports/${id}`);
  });

  constructor() {
    super();
    new Live(this, POLL_MILLIS, () => this.follow());
  }

  protected override render(): unknown {
    const words = texts.activity.export;
    return html`
      <div class="row">
        <vaadin-button ?disabled=${this.busy} @click=${() => this.exporting.run('csv')}>${words.csv}</vaadin-button>
        <vaadin-button ?disabled=${this.busy} @click=${() => this.exporting.run('ndjson')}>${words.ndjson}</vaadin-button>
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
      ${this.exporting.trouble()} ${this.following.trouble()}
    `;
  }

  private get busy(): boolean {
    return this.exporting.busy || this.queued?.state === 'under-way';
  }

  private async follow(): Promise<void> {
    if (this.queued?.state === 'under-way') {
      await this.following.run(this.queued.id);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-export': ExportPart;
  }
}
