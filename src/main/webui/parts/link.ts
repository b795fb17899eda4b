import { html } from 'lit';

/** A link that leaves the console; only text where the address is none of the web's, such as javascript:. */
export function outward(url: string | undefined, text: unknown): unknown {
  return url && isWeb(url) ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${text}</a>` : html`<span>${text}</span>`;
}

function isWeb(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
}
