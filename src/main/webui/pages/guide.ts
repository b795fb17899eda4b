import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Loading } from '../app/loading.ts';
import { ConsolePage } from '../app/page.ts';
import { Problem } from '../app/problem.ts';
import { address } from '../app/routes.ts';
import { path } from '../parts/path.ts';
import { texts } from '../texts.ts';
import '@vaadin/markdown';

const NAME = /^[a-z]+(-[a-z]+)*$/;
const ENCLOSED = /^[a-z]+(-[a-z]+)*\.(js|xml)$/;

/** The set-up guide of a system, as it stands in the project's documents; `at` in the address leads to one of its headings. */
@customElement('nb-guide')
class Guide extends ConsolePage {
  private readonly guide = new Loading(this, (signal) => this.fetch(signal));
  private arrived = false;

  private async fetch(signal: AbortSignal): Promise<string> {
    const name = this.around.place['name'] ?? '';
    const answer = NAME.test(name) ? await fetch(`/console/guides/${name}.md`, { signal }) : undefined;
    if (!answer?.ok) {
      throw new Problem(404, texts.guide.missing, texts.guide.missingDetail, '', 'operator');
    }
    return answer.text();
  }

  protected override render(): unknown {
    return html`
      ${path({ title: texts.nav.connections, href: address('connections') })}
      ${this.guide.render((guide) => html`<vaadin-markdown class="sheet guide" .content=${guide}></vaadin-markdown>`, 20)}
    `;
  }

  protected override updated(): void {
    if (this.guide.value !== undefined && !this.arrived) {
      this.arrived = true;
      // Not before the guide has become headings, tables and links.
      requestAnimationFrame(() => this.arrive());
    }
  }

  private arrive(): void {
    for (const link of this.querySelectorAll<HTMLAnchorElement>('.guide a')) {
      mend(link);
    }
    // They may be wider than the page, and are then moved by the arrow keys.
    for (const wide of this.querySelectorAll<HTMLElement>('.guide :is(table, pre)')) {
      wide.tabIndex = 0;
    }
    const wanted = this.around.query.get('at');
    const heading = [...this.querySelectorAll<HTMLElement>('.guide :is(h1, h2, h3)')].find(
      (candidate) => slug(candidate.textContent ?? '') === wanted,
    );
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
    heading?.scrollIntoView();
  }
}

// Guides link to each other, to files that belong to them and to documents that the console does not have.
function mend(link: HTMLAnchorElement): void {
  const target = link.getAttribute('href') ?? '';
  const other = /^([a-z]+(?:-[a-z]+)*)\.md/.exec(target)?.[1];
  if (other) {
    link.href = `#/guides/${other}`;
  } else if (ENCLOSED.test(target)) {
    link.href = `/console/guides/${target}`;
    link.download = target;
  } else if (!/^https?:/.test(target)) {
    link.replaceWith(...link.childNodes);
  }
}

/** The name of a heading in addresses, as GitHub makes it. */
function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-guide': Guide;
  }
}
