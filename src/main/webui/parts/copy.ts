import { html } from 'lit';
import { texts } from '../texts.ts';
import { notice } from './notice.ts';
import '@vaadin/button';

/** Something to be taken elsewhere as it stands. */
export function copyable(text: string, label: string): unknown {
  return html`
    <span class="copyable">
      <code>${text}</code>
      <vaadin-button theme="small" aria-label=${texts.copy.label(label)} @click=${() => copy(text)}>${texts.copy.button}</vaadin-button>
    </span>
  `;
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notice(texts.copy.done);
  } catch {
    // Where the page is not served over HTTPS, browsers hand out no clipboard.
    notice(texts.copy.refused);
  }
}
