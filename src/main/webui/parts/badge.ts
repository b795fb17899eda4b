import { html } from 'lit';

/** How good something is, beyond the words that say it. */
export type Mood = 'good' | 'fair' | 'bad' | 'busy' | 'plain';

/** A word on coloured ground; the colour never says more than the word. */
export function badge(text: string, mood: Mood): unknown {
  return html`<span class="badge ${mood}">${text}</span>`;
}
