import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import { keyed } from 'lit/directives/keyed.js';
import { texts } from '../texts.ts';
import { Api, Problem } from './api.ts';
import { type Config, readConfig } from './config.ts';
import { Plain } from './page.ts';
import { type Match, type Route, address, match, routes } from './routes.ts';
import { type Session, forget, present, signIn, signOut, welcome } from './session.ts';
import { currentTheme, nextTheme, showTheme } from './theme.ts';
import '../parts/problem.ts';
import '../parts/waiting.ts';
import '@vaadin/button';

/** The console: signs people in, and shows the page that the address names. */
@customElement('nb-console')
class Console extends Plain {
  @state() private session?: Session;
  @state() private trouble = '';
  @state() private ready = false;
  @state() private page?: Match;
  @state() private shown = '';
  @state() private obstacle?: Problem;
  @state() private theme = currentTheme();

  private config?: Config;
  private api?: Api;

  override connectedCallback(): void {
    super.connectedCallback();
    showTheme(this.theme);
    addEventListener('hashchange', () => void this.turn());
    void this.start();
  }

  private async start(): Promise<void> {
    try {
      this.config = await readConfig();
      await welcome(this.config);
    } catch (failure) {
      this.trouble = texts.signIn.failed(failure instanceof Error ? failure.message : String(failure));
    }
    this.session = present();
    this.api = new Api(this.config?.apiUrl ?? '', () => this.session?.token, () => this.ended());
    this.ready = true;
    await this.turn();
  }

  private ended(): void {
    forget();
    this.trouble = texts.signIn.ended;
    this.session = undefined;
  }

  private get reachable() {
    return routes.filter((route) => this.session?.person.manages || !route.manages);
  }

  private async turn(): Promise<void> {
    if (!this.session) {
      return;
    }
    if (location.hash.replace(/^#\/?/, '') === '') {
      history.replaceState(null, '', address(this.session.person.manages ? 'overview' : 'anomalies'));
    }
    const { hash } = location;
    const wanted = match(hash, this.reachable);
    const obstacle = await obstacleTo(wanted?.route);
    // Whoever has gone on meanwhile is shown where that leads.
    if (hash !== location.hash) {
      return;
    }
    const elsewhere = wanted?.path !== this.page?.path;
    this.page = wanted;
    this.shown = hash;
    this.obstacle = obstacle;
    document.title = `${wanted?.route.title ?? texts.missing.title} · Nowbridge`;
    if (elsewhere) {
      await this.updateComplete;
      // As after any other change of page: reading begins at its top.
      scrollTo(0, 0);
      this.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
    }
  }

  protected override render(): unknown {
    if (!this.ready) {
      return html`<nb-waiting lines="3"></nb-waiting>`;
    }
    return this.session ? this.frame(this.session) : this.door();
  }

  private door(): unknown {
    return html`
      <main class="door">
        <img src="/console/nowbridge.svg" width="56" height="56" alt="">
        <h1>${texts.signIn.title}</h1>
        <p>${texts.signIn.purpose}</p>
        ${this.trouble ? html`<p class="trouble" role="alert">${this.trouble}</p>` : nothing}
        <vaadin-button theme="primary large" ?disabled=${!this.config} @click=${this.enter}>${texts.signIn.button}</vaadin-button>
      </main>
    `;
  }

  private async enter(): Promise<void> {
    try {
      if (this.config) {
        await signIn(this.config);
      }
    } catch {
      this.trouble = texts.signIn.unreachable;
    }
  }

  private frame(session: Session): unknown {
    const pages = this.reachable.filter((route) => !route.path.includes(':'));
    return html`
      <a class="skip" href="#main" @click=${this.skip}>${texts.skip}</a>
      <header class="bar">
        <a class="brand" href="#/"><img src="/console/nowbridge.svg" width="28" height="28" alt=""><span>Nowbridge</span></a>
        <div class="who">
          <span class="name" title=${session.person.roles.join(', ')}>${session.person.name}</span>
          <vaadin-button theme="tertiary small" @click=${this.turnLight} title=${texts.theme.hint}>◐ ${texts.theme[this.theme]}</vaadin-button>
          <vaadin-button theme="tertiary small" @click=${() => this.config && signOut(this.config)}>${texts.signIn.out}</vaadin-button>
        </div>
      </header>
      <nav class="nav" aria-label=${texts.navigation}>
        ${pages.map(
          (route) => html`
            <a href=${`#${route.path}`} aria-current=${this.page?.route.nav === route.nav ? 'page' : nothing}>${texts.nav[route.nav]}</a>
          `,
        )}
      </nav>
      <main id="main" tabindex="-1">${this.page ? this.content(session, this.page) : this.nowhere()}</main>
    `;
  }

  private content(session: Session, page: Match): unknown {
    if (this.obstacle) {
      // A browser keeps in mind which script it could not get: it asks again only for a page that begins anew.
      return html`<nb-problem .problem=${this.obstacle} .retry=${() => location.reload()}></nb-problem>`;
    }
    // The element's name comes from our own list of routes.
    const element = unsafeStatic(page.route.element);
    const around = { api: this.api!, session, place: page.place, query: page.query };
    return keyed(page.path, staticHtml`<${element} class="page" .around=${around}></${element}>`);
  }

  private nowhere(): unknown {
    if (this.shown === '') {
      return html`<nb-waiting lines="6"></nb-waiting>`;
    }
    return html`
      <section class="empty">
        <h1>${texts.missing.title}</h1>
        <p>${texts.missing.detail}</p>
        <p><a href="#/">${texts.missing.home}</a></p>
      </section>
    `;
  }

  private skip(event: Event): void {
    event.preventDefault();
    this.querySelector<HTMLElement>('main')?.focus();
  }

  private turnLight(): void {
    this.theme = nextTheme(this.theme);
    showTheme(this.theme);
  }
}

// A page's script comes when it is first gone to, and may fail to come as any answer may.
async function obstacleTo(route?: Route): Promise<Problem | undefined> {
  try {
    await route?.load();
    return undefined;
  } catch {
    const words = texts.problems;
    return new Problem(0, words.offline, words.offlineDetail, words.offlineFix, 'nobody');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-console': Console;
  }
}
