import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { time } from '../../app/format.ts';
import { Deed } from '../../parts/deed.ts';
import { toggle } from '../../parts/inputs.ts';
import { moment } from '../../parts/moment.ts';
import { outward } from '../../parts/link.ts';
import { texts } from '../../texts.ts';
import { checkLines, checkSummary } from '../connections/checks.ts';
import type { Check, Tested } from '../connections/connection.ts';
import { ConnectionPart } from './around.ts';
import './defaults.ts';
import '@vaadin/progress-bar';

/** How a connection is, and the way to find out: a test, line by line. */
@customElement('nb-connection-state')
class State extends ConnectionPart {
  @state() private mayCreate = false;
  @state() private checks?: readonly Check[];

  private readonly testing = new Deed(this, async () => {
    this.checks = undefined;
    const { value, tag } = await this.api.change<Tested>('POST', `${this.path}/test`, { body: { createRecord: this.mayCreate } });
    this.checks = value.checks;
    this.tell({ value: value.connection, tag: tag || this.now.tag });
  });

  protected override render(): unknown {
    return html`
      <section class="sheet">
        ${this.facts()}
      </section>
      <section class="sheet">
        ${this.test()}
      </section>
      <nb-defaults .api=${this.api} .connection=${this.connection}></nb-defaults>
    `;
  }

  private facts(): unknown {
    const words = texts.connection.facts;
    const { authentication, cause, testedAt, created, changed, instanceUrl } = this.connection;
    return html`
      <dl class="facts">
        <dt>${words.system}</dt><dd>${this.type.title}</dd>
        <dt>${words.address}</dt><dd>${outward(instanceUrl, instanceUrl)}</dd>
        ${cause ? html`<dt>${words.cause}</dt><dd>${cause}</dd>` : nothing}
        <dt>${words.tested}</dt><dd>${testedAt ? moment(testedAt) : texts.connection.never}</dd>
        <dt>${words.credentials}</dt>
        <dd>
          ${authentication.configured
            ? html`${texts.credentials.ways[authentication.type ?? ''] ?? authentication.type}${authentication.changedAt ? html`, ${moment(authentication.changedAt)}` : nothing}`
            : html`${texts.connection.noCredentials} <a href=${this.link('credentials')}>${texts.connection.reconnect}</a>`}
        </dd>
        <dt>${words.created}</dt><dd>${time(created.at)} ${texts.connection.by} ${created.by}</dd>
        <dt>${words.changed}</dt><dd>${time(changed.at)} ${texts.connection.by} ${changed.by}</dd>
      </dl>
    `;
  }

  private test(): unknown {
    if (!this.connection.authentication.configured) {
      return html`<p>${texts.connection.disconnected} <a href=${this.link('credentials')}>${texts.connection.reconnect}</a></p>`;
    }
    const words = texts.connection;
    return html`
      <div class="row">
        <vaadin-button theme="primary" ?disabled=${this.testing.busy} @click=${() => this.testing.run()}>
          ${this.testing.busy ? words.testing : words.test}
        </vaadin-button>
        ${this.connection.kind === 'desk'
          ? toggle(words.createRecord, this.mayCreate, (may) => (this.mayCreate = may), words.createRecordHint)
          : nothing}
      </div>
      <div role="status">
        ${this.testing.busy
          ? html`<p class="soft">${texts.connect.testing(this.connection.name)}</p><vaadin-progress-bar indeterminate></vaadin-progress-bar>`
          : nothing}
        ${this.checks ? html`<p>${checkSummary(this.checks)}</p>` : nothing}
      </div>
      ${this.testing.trouble(this.reload)} ${this.checks ? checkLines(this.checks) : nothing}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-connection-state': State;
  }
}
