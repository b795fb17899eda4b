import { html, nothing } from 'lit';

export interface Tab {
  readonly name: string;
  readonly title: string;
}

/** The parts of a page, each with an address of its own; the first is where the address names none. */
export function tabs(label: string, page: string, all: readonly Tab[], chosen: string): unknown {
  return html`
    <nav class="tabs" aria-label=${label}>
      ${all.map(
        (tab, i) => html`
          <a href=${i === 0 ? page : `${page}?tab=${tab.name}`} aria-current=${tab.name === chosen ? 'true' : nothing}>${tab.title}</a>
        `,
      )}
    </nav>
  `;
}

/** The part that an address names. */
export function chosenTab(all: readonly Tab[], query: URLSearchParams): string {
  return all.find((tab) => tab.name === query.get('tab'))?.name ?? all[0]?.name ?? '';
}
