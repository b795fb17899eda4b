import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Api } from '../../app/api.ts';
import { Plain } from '../../app/page.ts';
import { address } from '../../app/routes.ts';
import { Deed } from '../../parts/deed.ts';
import { flawIn, textInput } from '../../parts/inputs.ts';
import { texts } from '../../texts.ts';
import { checkLines, checkSummary, failedTest, isFailedTest } from './checks.ts';
import { type ConnectionType, PRICE_LIST, type Tested, stateBadge } from './connection.ts';
import { type Edited, columnFields, presetOf, settingField, settingsAtFirst } from '../connection/setting-fields.ts';
import { type Entered, authentication, credentialFields, nothingEntered } from './credentials.ts';
import '@vaadin/progress-bar';

/** Connects a system of one type: asks what it takes, lets the API try it out, and shows what that found. */
@customElement('nb-connect')
class Connect extends Plain {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) type!: ConnectionType;
  @state() private name = '';
  @state() private instanceUrl = '';
  @state() private settings: Readonly<Record<string, string>> = {};
  @state() private entered?: Entered;
  @state() private connected?: Tested;

  private readonly connecting = new Deed(this, async () => {
    this.connected = await this.api.send<Tested>('POST', '/connections', {
      body: {
        type: this.type.type,
        name: this.name || this.type.title,
        instanceUrl: this.instanceUrl,
        authentication: authentication(this.type, this.now),
        settings: Object.fromEntries(Object.entries(this.settings).filter(([, value]) => value !== '')),
      },
    });
    await this.updateComplete;
    this.querySelector<HTMLElement>('h2')?.focus();
  });

  private get now(): Entered {
    return this.entered ?? nothingEntered(this.type);
  }

  protected override render(): unknown {
    return this.connected ? this.result(this.connected) : this.form();
  }

  private form(): unknown {
    const problem = this.connecting.problem;
    const words = texts.connect;
    return html`
      <form class="sheet" @submit=${this.submit} novalidate>
        ${this.type.hasClient ? nothing : html`<p class="aside">${words.preparedOnly}</p>`}
        <div class="fields">
          ${textInput({
            label: words.address,
            value: this.instanceUrl,
            hint: words.addresses[this.type.type] ?? '',
            required: true,
            longest: 300,
            flaw: flawIn(problem, 'instanceUrl'),
            enter: (value) => (this.instanceUrl = value),
          })}
          ${textInput({
            label: words.name,
            value: this.name,
            hint: words.nameHint,
            placeholder: this.type.title,
            longest: 100,
            flaw: flawIn(problem, 'name'),
            enter: (value) => (this.name = value),
          })}
          ${settingsAtFirst(this.type).map((name) => settingField(name, this.edited))}
        </div>
        ${this.type.type === PRICE_LIST ? columnFields(this.edited) : nothing}
        <h2>${texts.credentials.title}</h2>
        <div class="fields">${credentialFields(this.type, this.now, problem, (entered) => (this.entered = entered))}</div>
        <p class="soft">${texts.credentials.kept} <a href=${address('guides', this.type.type)} target="_blank">${texts.guide.open(this.type.title)}</a></p>
        ${problem && isFailedTest(problem) ? failedTest(problem) : this.connecting.trouble(undefined, (field) => !field.startsWith('settings.') || this.asks(field))}
        <div class="row">
          <vaadin-button theme="primary" ?disabled=${this.connecting.busy} @click=${this.press}>
            ${this.connecting.busy ? words.busy : words.button}
          </vaadin-button>
          <a href="#/connections">${texts.cancel}</a>
          <button type="submit" hidden></button>
        </div>
        <div role="status">
          ${this.connecting.busy
            ? html`<p class="soft">${words.testing(this.type.title)}</p><vaadin-progress-bar indeterminate></vaadin-progress-bar>`
            : nothing}
        </div>
      </form>
    `;
  }

  private result({ connection, checks }: Tested): unknown {
    return html`
      <section class="sheet">
        <div class="head">
          <h2 tabindex="-1">${texts.connect.done(connection.name)}</h2>
          ${stateBadge(connection)}
        </div>
        <p>${checkSummary(checks)}</p>
        ${checkLines(checks)}
        <p class="row">
          <a href=${address('connections', connection.id)}>${texts.connect.open}</a>
          <a href="#/connections">${texts.connect.back}</a>
        </p>
      </section>
    `;
  }

  private readonly edited: Edited = {
    value: (name) => this.settings[name] ?? presetOf(name),
    flaw: (name) => flawIn(this.connecting.problem, `settings.${name}`),
    enter: (name, value) => (this.settings = { ...this.settings, [name]: value }),
  };

  private asks(field: string): boolean {
    const columns = this.type.type === PRICE_LIST && field.startsWith('settings.column.');
    return columns || settingsAtFirst(this.type).some((name) => field === `settings.${name}`);
  }

  private press(): void {
    this.querySelector('form')?.requestSubmit();
  }

  private submit(event: Event): void {
    event.preventDefault();
    void this.connecting.run();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-connect': Connect;
  }
}
