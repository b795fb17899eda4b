import { html, nothing } from 'lit';
import { texts } from '../texts.ts';
import type { Person } from './person.ts';
import type { Route } from './routes.ts';
import type { Theme } from './theme.ts';
import '@vaadin/button';

/** Who is here, and what can be done on every page. */
export function bar(person: Person, theme: Theme, turnLight: () => void, leave: () => void): unknown {
  return html`
    <header class="bar">
      <a class="brand" href="#/"><img src="/console/nowbridge.svg" width="28" height="28" alt=""><span>Nowbridge</span></a>
      <div class="who">
        <span class="name" title=${person.roles.join(', ')}>${person.name}</span>
        <vaadin-button theme="tertiary small" @click=${turnLight} title=${texts.theme.hint}>◐ ${texts.theme[theme]}</vaadin-button>
        <vaadin-button theme="tertiary small" @click=${leave}>${texts.signIn.out}</vaadin-button>
      </div>
    </header>
  `;
}

/** The ways to the pages that stand for themselves. */
export function navigation(reachable: readonly Route[], here?: Route): unknown {
  return html`
    <nav class="nav" aria-label=${texts.navigation}>
      ${reachable
        .filter((route) => !route.path.includes(':'))
        .map((route) => html`<a href=${`#${route.path}`} aria-current=${here?.nav === route.nav ? 'page' : nothing}>${texts.nav[route.nav]}</a>`)}
    </nav>
  `;
}

/** What stands where a session has ended, above all that was shown and entered. */
export function ended(signIn: () => void, trouble: string): unknown {
  return html`
    <div class="ended" role="alert">
      <span>${trouble || texts.signIn.ended}</span>
      <vaadin-button theme="primary small" @click=${signIn}>${texts.signIn.again}</vaadin-button>
    </div>
  `;
}

/** What stands at an address that leads nowhere. */
export function nowhere(): unknown {
  return html`
    <section class="empty">
      <h1>${texts.missing.title}</h1>
      <p>${texts.missing.detail}</p>
      <p><a href="#/">${texts.missing.home}</a></p>
    </section>
  `;
}
