import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import { keyed } from 'lit/directives/keyed.js';
import { texts } from '../texts.ts';
import { Api } from './api.ts';
import { type Config, readConfig } from './config.ts';
import { door } from './door.ts';
import { bar, ended, navigation, nowhere } from './frame.ts';
import { Plain } from './page.ts';
import { type Match, address, match, routes } from './routes.ts';
import { type Session, forget, keep, onBegun, present, signIn, signInBeside, signOut, welcome } from './session.ts';
import { currentTheme, nextTheme, showTheme } from './theme.ts';
import '../parts/waiting.ts';

/** The console: signs people in, and shows the page that the address names. */
@customElement('nb-console')
class Console extends Plain {
  @state() private session?: Session;
  @state() private trouble = '';
  @state() private ready = false;
  @state() private hasEnded = false;
  @state() private page?: Match;
  @state() private shown = '';
  @state() private theme = currentTheme();

  private config?: Config;
  private api?: Api;

  override connectedCallback(): void {
    super.connectedCallback();
    showTheme(this.theme);
    addEventListener('hashchange', () => void this.turn());
    onBegun((session) => this.goOn(session));
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
    this.api = new Api(this.config?.apiUrl ?? '', () => this.session?.token, () => this.end());
    this.ready = true;
    await this.turn();
  }

  // The page stays, since there may be something on it that somebody has typed.
  private end(): void {
    forget();
    this.hasEnded = true;
  }

  private goOn(session: Session): void {
    if (this.hasEnded && session.person.id === this.session?.person.id) {
      keep(session);
      this.session = session;
      this.hasEnded = false;
    }
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
    await wanted?.route.load();
    // Whoever has gone on meanwhile is shown where that leads.
    if (hash !== location.hash) {
      return;
    }
    const elsewhere = wanted?.path !== this.page?.path;
    this.page = wanted;
    this.shown = hash;
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
    const enter = this.config && (() => void this.leadIn(signIn));
    return this.session ? this.frame(this.session) : door(this.trouble, enter);
  }

  private async leadIn(lead: (config: Config) => Promise<void>): Promise<void> {
    this.trouble = '';
    try {
      if (this.config) {
        await lead(this.config);
      }
    } catch {
      this.trouble = texts.signIn.unreachable;
    }
  }

  private frame(session: Session): unknown {
    return html`
      <a class="skip" href="#main" @click=${this.skip}>${texts.skip}</a>
      ${bar(session.person, this.theme, () => this.turnLight(), () => this.config && void signOut(this.config))}
      ${navigation(this.reachable, this.page?.route)}
      <main id="main" tabindex="-1">
        ${this.hasEnded ? ended(() => void this.leadIn(signInBeside), this.trouble) : nothing}
        ${this.page ? this.content(session, this.page) : this.nothingYet()}
      </main>
    `;
  }

  private content(session: Session, page: Match): unknown {
    // The element's name comes from our own list of routes.
    const element = unsafeStatic(page.route.element);
    const around = { api: this.api!, session, place: page.place, query: page.query };
    return keyed(page.path, staticHtml`<${element} class="page" .around=${around}></${element}>`);
  }

  private nothingYet(): unknown {
    return this.shown === '' ? html`<nb-waiting lines="6"></nb-waiting>` : nowhere();
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

declare global {
  interface HTMLElementTagNameMap {
    'nb-console': Console;
  }
}
