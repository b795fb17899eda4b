import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Api } from '../../app/api.ts';
import { number } from '../../app/format.ts';
import { Loading } from '../../app/loading.ts';
import { Plain } from '../../app/page.ts';
import { productTexts } from '../../product-texts.ts';
import { type Count, selectionOptions } from '../products/selection.ts';
import type { Editing } from './editing.ts';

const PAUSE_MILLIS = 500;

/** How many products a choice selects, counted by the API as soon as whoever chooses pauses, and before it is saved. */
@customElement('nb-selection-count')
class SelectionCount extends Plain {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) editing!: Editing;

  private asked?: string;
  private pause?: number;

  private readonly count = new Loading<Count>(
    this,
    (signal) => {
      const path = `/templates/${encodeURIComponent(this.editing.template.id)}/selection-count`;
      return this.api.send('POST', path, { body: { options: this.chosen }, signal });
    },
    false,
  );

  private get chosen(): Readonly<Record<string, string>> {
    return Object.fromEntries(selectionOptions.map((option) => [option, String(this.editing.options[option] ?? '')]));
  }

  protected override willUpdate(): void {
    const wanted = JSON.stringify(this.chosen);
    if (wanted !== this.asked) {
      clearTimeout(this.pause);
      this.pause = setTimeout(() => void this.count.run(), this.asked === undefined ? 0 : PAUSE_MILLIS);
      this.asked = wanted;
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.pause);
  }

  protected override render(): unknown {
    return html`<div class="spoken" role="status">${this.words()}</div>`;
  }

  private words(): string {
    const words = productTexts.choosing;
    const { value, problem, busy } = this.count;
    if (problem) {
      return words.uncounted(problem.title, problem.detail);
    }
    return value && !busy ? words.counted(number(value.selected), number(value.of)) : words.counting;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-selection-count': SelectionCount;
  }
}
