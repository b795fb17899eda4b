import { html, nothing } from 'lit';
import type { Deed } from '../../parts/deed.ts';
import { texts } from '../../texts.ts';
import type { Editing } from './editing.ts';
import { obstaclesIn, refusal } from './obstacles.ts';

/** What a form of a template needs of the page that it stands on. */
export interface Page {
  readonly saving: Deed<[Editing]>;
  readonly unsaved: boolean;
  readonly discard: () => void;
  readonly reload: () => void;
}

/** A part of a template as a form, with what becomes of saving it. */
export function templateForm(sheet: unknown, editing: Editing, { saving, unsaved, discard, reload }: Page): unknown {
  const { problem } = saving;
  const submit = (event: Event) => {
    event.preventDefault();
    void saving.run(editing);
  };
  return html`
    <form novalidate @submit=${submit}>
      ${sheet}
      ${problem && obstaclesIn(problem).length
        ? refusal(problem)
        : saving.trouble(reload, (field) => editing.flaw(field) !== undefined)}
      <div class="saver">
        <vaadin-button theme="primary" ?disabled=${saving.busy || !unsaved} @click=${() => saving.run(editing)}>
          ${saving.busy ? texts.deeds.saving : texts.deeds.save}
        </vaadin-button>
        ${unsaved
          ? html`
              <span>${texts.template.unsaved}</span>
              <vaadin-button theme="tertiary" ?disabled=${saving.busy} @click=${discard}>${texts.template.discard}</vaadin-button>
            `
          : nothing}
      </div>
      <button type="submit" hidden></button>
    </form>
  `;
}
