import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Deed } from '../../parts/deed.ts';
import { notice } from '../../parts/notice.ts';
import { texts } from '../../texts.ts';
import { checkLines, checkSummary, failedTest, isFailedTest } from '../connections/checks.ts';
import type { Tested } from '../connections/connection.ts';
import { type Entered, authentication, credentialFields, nothingEntered } from '../connections/credentials.ts';
import { ConnectionPart } from './around.ts';

/** Gives a connection new credentials, or the first ones after it was disconnected. */
@customElement('nb-reconnect')
class Reconnect extends ConnectionPart {
  @state() private entered?: Entered;
  @state() private tested?: Tested;

  private readonly reconnecting = new Deed(this, async () => {
    this.tested = undefined;
    const { value: tested, tag } = await this.api.change<Tested>('POST', `${this.path}/reconnect`, {
      headers: this.ifMatch,
      body: { authentication: authentication(this.type, this.current) },
    });
    this.tested = tested;
    this.entered = nothingEntered(this.type, this.current.scheme);
    this.tell({ value: tested.connection, tag });
    notice(texts.connection.reconnected);
  });

  private get current(): Entered {
    return this.entered ?? nothingEntered(this.type, this.connection.authentication.type);
  }

  protected override render(): unknown {
    const problem = this.reconnecting.problem;
    const words = texts.connection;
    return html`
      <form class="sheet" @submit=${this.submit} novalidate>
        <p class="soft">${this.connection.authentication.configured ? words.reconnectHint : words.disconnected} ${texts.credentials.kept}</p>
        <div class="fields">${credentialFields(this.type, this.current, problem, (entered) => (this.entered = entered))}</div>
        ${problem && isFailedTest(problem) ? failedTest(problem) : this.reconnecting.trouble(this.reload, () => true)}
        <vaadin-button theme="primary" ?disabled=${this.reconnecting.busy} @click=${this.press}>
          ${this.reconnecting.busy ? words.reconnecting : words.reconnect}
        </vaadin-button>
        <button type="submit" hidden></button>
        <div role="status">${this.tested ? html`<p>${checkSummary(this.tested.checks)}</p>` : nothing}</div>
        ${this.tested ? checkLines(this.tested.checks) : nothing}
      </form>
    `;
  }

  private press(): void {
    this.querySelector('form')?.requestSubmit();
  }

  private submit(event: Event): void {
    event.preventDefault();
    void this.reconnecting.run();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-reconnect': Reconnect;
  }
}
