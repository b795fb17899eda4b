import { html, nothing } from 'lit';

/** The way back to where a page belongs, outermost first. */
export function path(...steps: readonly { readonly title: string; readonly href: string }[]): unknown {
  return html`<p class="path">${steps.map(({ title, href }, i) => html`${i ? ' / ' : nothing}<a href=${href}>${title}</a>`)}</p>`;
}
