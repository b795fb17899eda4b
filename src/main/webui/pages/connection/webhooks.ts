import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { readConfig } from '../../app/config.ts';
import { Loading } from '../../app/loading.ts';
import { copyable } from '../../parts/copy.ts';
import { Deed } from '../../parts/deed.ts';
import { moment } from '../../parts/moment.ts';
import { texts } from '../../texts.ts';
import { ConnectionPart } from './around.ts';
import '../../parts/ask.ts';

interface Secrets {
  readonly secret?: string;
  /** Newest first; two at most. */
  readonly live: readonly { readonly since: string }[];
}

/** Where a system sends what has changed, and the secrets that prove that it did. */
@customElement('nb-webhook-secrets')
class WebhookSecrets extends ConnectionPart {
  @state() private made?: string;
  @state() private asked?: 'older' | 'newer';

  private readonly secrets = new Loading<Secrets>(this, (signal) => this.api.get(`${this.path}/webhook-secrets`, signal));
  private readonly receiver = new Loading<string>(this, async () => (await readConfig()).apiUrl || location.origin);

  private readonly making = new Deed(this, async () => {
    const secrets = await this.api.send<Secrets>('POST', `${this.path}/webhook-secrets`);
    this.made = secrets.secret;
    this.secrets.value = secrets;
  });

  private readonly retiring = new Deed(this, async (which: 'older' | 'newer') => {
    this.secrets.value = await this.api.send<Secrets>('POST', `${this.path}/webhook-secrets/retire`, { body: { which } });
    if (which === 'newer') {
      this.made = undefined;
    }
  });

  protected override render(): unknown {
    const words = texts.webhooks;
    return html`
      <section class="sheet">
        <h2>${words.title}</h2>
        ${this.receiver.render((origin) => copyable(origin + this.target, words.address), 1)}
        <h2 class="next">${words.secrets}</h2>
        ${this.connection.authentication.configured ? this.living() : html`<p>${words.disconnected}</p>`}
      </section>
      ${this.question()}
    `;
  }

  private get target(): string {
    return this.connection.kind === 'desk'
      ? `/webhooks/tickets/${this.connection.id}`
      : `/webhooks/anomalies/${this.connection.settings['source'] ?? 'default'}`;
  }

  private living(): unknown {
    const words = texts.webhooks;
    return html`
      ${this.secrets.render(
        ({ live }) => html`
          ${live.length === 0 ? html`<p>${words.none}</p>` : nothing}
          <ul class="bare">
            ${live.map(({ since }, i) => html`<li>${words.since} ${moment(since)}${live.length > 1 ? html`, ${i === 0 ? words.newest : words.older}` : nothing}</li>`)}
          </ul>
          ${this.made ? html`<div class="secret" role="status"><p>${words.made}</p>${copyable(this.made, words.secret)}</div>` : nothing}
          ${live.length > 1 ? this.rotation() : this.maker()}
        `,
        2,
      )}
      ${this.making.trouble(() => this.secrets.run())} ${this.retiring.trouble(() => this.secrets.run())}
    `;
  }

  private maker(): unknown {
    return html`
      <vaadin-button theme="primary" ?disabled=${this.making.busy} @click=${() => this.making.run()}>
        ${this.making.busy ? texts.webhooks.making : texts.webhooks.make}
      </vaadin-button>
    `;
  }

  private rotation(): unknown {
    const words = texts.webhooks;
    return html`
      <p>${words.rotate}</p>
      <div class="row">
        <vaadin-button ?disabled=${this.retiring.busy} @click=${() => (this.asked = 'older')}>${words.retireOlder}</vaadin-button>
        <vaadin-button theme="tertiary" ?disabled=${this.retiring.busy} @click=${() => (this.asked = 'newer')}>${words.retireNewer}</vaadin-button>
      </div>
    `;
  }

  private retire(): void {
    if (this.asked) {
      void this.retiring.run(this.asked);
    }
    this.asked = undefined;
  }

  private question(): unknown {
    const which = this.asked;
    return html`
      <nb-ask
        .open=${which !== undefined}
        .heading=${which ? texts.webhooks.askRetire(which) : ''}
        .content=${html`<p>${texts.webhooks.retireMeans}</p>`}
        .deed=${texts.webhooks.retire}
        @cancel=${() => (this.asked = undefined)}
        @confirm=${this.retire}
      ></nb-ask>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-webhook-secrets': WebhookSecrets;
  }
}
