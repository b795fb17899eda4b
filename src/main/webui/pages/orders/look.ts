import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Api } from '../../app/api.ts';
import { number, time } from '../../app/format.ts';
import { Live } from '../../app/live.ts';
import { Loading } from '../../app/loading.ts';
import { Plain } from '../../app/page.ts';
import { address } from '../../app/routes.ts';
import { Deed } from '../../parts/deed.ts';
import { moment } from '../../parts/moment.ts';
import { orderTexts } from '../../order-texts.ts';
import { stateOf } from '../templates/list.ts';
import type { Template } from '../templates/template.ts';
import { type Look, type Passed, lastLook, lookPath } from './last-look.ts';
import { reasons } from './reasons.ts';
import '@vaadin/button';

const LOOK_AGAIN_MILLIS = 2_000;

/** What a template saw at the desk when it looked last, and why it took no more. Tells that it has looked as the event `looked`. */
@customElement('nb-look')
class LookPart extends Plain {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) template!: Template;
  /** Whether the page is about this template. */
  @property({ type: Boolean }) alone = false;
  @state() private awaited = false;

  private readonly last = new Loading(this, (signal) => lastLook(this.api, this.template.id, signal));

  private readonly looking = new Deed(this, async () => {
    await this.api.send('POST', lookPath(this.template.id));
    this.awaited = true;
  });

  constructor() {
    super();
    new Live(this, LOOK_AGAIN_MILLIS, () => this.await());
  }

  private async await(): Promise<void> {
    if (!this.awaited) {
      return;
    }
    const before = this.last.value?.look?.at;
    await this.last.refresh();
    if (this.last.value?.look?.at !== before) {
      this.awaited = false;
      this.dispatchEvent(new CustomEvent('looked'));
    }
  }

  protected override render(): unknown {
    const { id, name, enabled } = this.template;
    const words = orderTexts.look;
    return html`
      <section class="sheet">
        <div class="head">
          ${this.alone ? html`<h2>${words.title}</h2>` : html`<h3><a href=${address('templates', id)}>${name}</a></h3> ${stateOf(this.template)}`}
          ${enabled
            ? html`<vaadin-button ?disabled=${this.looking.busy || this.awaited} @click=${() => this.looking.run()}>${words.now}</vaadin-button>`
            : nothing}
        </div>
        ${enabled ? nothing : this.disabled(id)}
        ${this.looking.trouble()}
        ${this.last.render(
          ({ look }) => html`
            <p role="status">${this.awaited ? words.looking : look ? this.told(look) : html`${words.never} ${this.next()}`}</p>
            ${look ? seen(look) : nothing}
          `,
          3,
        )}
      </section>
    `;
  }

  private disabled(id: string): unknown {
    const words = orderTexts.look;
    return html`
      <div class="stop">
        <p>${words.disabled} ${this.alone ? nothing : html`<a href=${address('templates', id)}>${words.enable}</a>`}</p>
      </div>
    `;
  }

  private told({ at, by, found, taken, failures }: Look): unknown {
    const words = orderTexts.look;
    return html`${words.looked} ${moment(at)} ${words.by(by)} ${failures.length ? words.inVain : words.found(found, taken)} ${this.next()}`;
  }

  private next(): unknown {
    const { enabled, nextRuns } = this.template;
    const next = this.last.value?.look?.nextAt ?? nextRuns?.[0];
    return enabled && next ? orderTexts.look.next(time(next)) : nothing;
  }
}

function seen({ passed, failures }: Look): unknown {
  return failures.length ? reasons(failures) : passed.length ? table(passed) : html`<p>${orderTexts.look.nothingPassed}</p>`;
}

function table(passed: readonly Passed[]): unknown {
  const words = orderTexts.look;
  return html`
    <table class="table">
      <caption class="unseen">${words.passed}</caption>
      <thead>
        <tr>
          <th scope="col">${words.status}</th>
          <th scope="col" class="number">${words.count}</th>
          <th scope="col">${words.condition}</th>
        </tr>
      </thead>
      <tbody>
        ${passed.map(
          ({ status, count, condition }) => html`
            <tr>
              <td data-label=${words.status}>${status || words.noStatus}</td>
              <td class="number" data-label=${words.count}>${number(count)}</td>
              <td data-label=${words.condition}>${condition}</td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-look': LookPart;
  }
}
