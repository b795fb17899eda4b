import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Api } from '../../app/api.ts';
import { money } from '../../app/format.ts';
import { Plain } from '../../app/page.ts';
import { Deed } from '../../parts/deed.ts';
import { areaInput, flawIn } from '../../parts/inputs.ts';
import { notice } from '../../parts/notice.ts';
import { orderTexts } from '../../order-texts.ts';
import { type Order, type Stage, orderPath } from './order.ts';
import '../../parts/ask.ts';
import '@vaadin/button';

type Act = 'approve' | 'retry' | 'ask' | 'handle';
type Asked = 'approve' | 'handle';

const LONGEST_REASON = 500;

const ACTS: Readonly<Record<Stage, readonly Act[]>> = {
  ready: ['retry', 'handle'],
  invalid: ['retry', 'handle'],
  held: ['approve', 'handle'],
  submitting: [],
  unconfirmed: ['ask', 'handle'],
  placed: ['ask', 'handle'],
  rejected: ['retry', 'handle'],
  'needs-attention': ['retry', 'handle'],
  done: [],
  handled: [],
};

/** What can be done about an order at its stage. Tells what becomes of it as the event `order`. */
@customElement('nb-order-deeds')
class OrderDeeds extends Plain {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) order!: Order;
  @state() private asking?: Asked;
  @state() private reason = '';

  private readonly acting = new Deed(this, async (act: Act) => {
    const body = act === 'handle' ? { reason: this.reason.trim() } : undefined;
    const detail = await this.api.send<Order>('POST', `${orderPath(this.order.id)}/${act}`, { body });
    this.asking = undefined;
    this.reason = '';
    notice(orderTexts.deeds.done[act]);
    this.dispatchEvent(new CustomEvent<Order>('order', { detail }));
  });

  protected override render(): unknown {
    const acts = ACTS[this.order.stage];
    return html`
      ${acts.length
        ? html`<div class="row deeds" role="group" aria-label=${orderTexts.deeds.name}>${acts.map((act, i) => this.button(act, i === 0))}</div>`
        : nothing}
      ${this.asking ? nothing : this.acting.trouble()} ${this.question()}
    `;
  }

  private button(act: Act, isFirst: boolean): unknown {
    return html`
      <vaadin-button theme=${isFirst ? 'primary' : ''} ?disabled=${this.acting.busy} @click=${() => this.begin(act)}>${this.word(act)}</vaadin-button>
    `;
  }

  private word(act: Act): string {
    const words = orderTexts.deeds;
    const { stage } = this.order;
    return act === 'retry' ? (words.retry[stage] ?? '') : words[act];
  }

  private begin(act: Act): void {
    this.acting.forget();
    if (act === 'approve' || act === 'handle') {
      this.asking = act;
    } else {
      void this.acting.run(act);
    }
  }

  private question(): unknown {
    const words = orderTexts.deeds;
    const { asking } = this;
    const isHandling = asking === 'handle';
    return html`
      <nb-ask
        ?open=${asking !== undefined}
        heading=${isHandling ? words.askHandle(this.order.number) : words.askApprove(this.order.number)}
        deed=${isHandling ? words.handle : words.submit}
        mild
        ?barred=${this.acting.busy || (isHandling && !this.reason.trim())}
        .content=${html`${isHandling ? this.handling() : this.approval()} ${this.acting.trouble(undefined, (field) => field === 'reason')}`}
        @cancel=${this.leave}
        @confirm=${() => asking && this.acting.run(asking)}
      ></nb-ask>
    `;
  }

  private approval(): unknown {
    const words = orderTexts.deeds;
    const { reasons, total } = this.order;
    return html`
      ${total ? html`<p>${words.approveTotal(money(total))}</p>` : nothing}
      <ul>${reasons.map(({ cause }) => html`<li>${cause}</li>`)}</ul>
      <p>${words.approveMeans}</p>
    `;
  }

  private handling(): unknown {
    const words = orderTexts.deeds;
    return html`
      <p>${words.handleMeans}</p>
      <div class="fields">
        ${areaInput({
          label: words.reason,
          value: this.reason,
          required: true,
          longest: LONGEST_REASON,
          flaw: flawIn(this.acting.problem, 'reason'),
          enter: (reason) => (this.reason = reason),
        })}
      </div>
    `;
  }

  private readonly leave = (): void => {
    this.asking = undefined;
    this.acting.forget();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-order-deeds': OrderDeeds;
  }
}
