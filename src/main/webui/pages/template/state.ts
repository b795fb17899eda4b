import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Api, Tagged } from '../../app/api.ts';
import { time } from '../../app/format.ts';
import { Plain } from '../../app/page.ts';
import { address } from '../../app/routes.ts';
import { Deed } from '../../parts/deed.ts';
import { notice } from '../../parts/notice.ts';
import { productTexts } from '../../product-texts.ts';
import { texts } from '../../texts.ts';
import type { Connection } from '../connections/connection.ts';
import type { Run } from '../products/run.ts';
import { joined, stateOf } from '../templates/list.ts';
import { inWords } from '../templates/schedule-words.ts';
import { CREATE_ORDERS, type Obstacle, PRODUCT_SYNC, type Template, type TemplateKind, knownFlaws } from '../templates/template.ts';
import { obstacleList, obstaclesIn, refusal } from './obstacles.ts';
import '../orders/look.ts';
import '../products/start.ts';
import './remove.ts';

/** Whether a template runs and when, and what keeps it from it. */
@customElement('nb-template-state')
class TemplateState extends Plain {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) now!: Tagged<Template>;
  @property({ attribute: false }) kind!: TemplateKind;
  @property({ attribute: false }) connections: readonly Connection[] = [];
  /** What the last answer named as standing in the way. */
  @property({ attribute: false }) obstacles: readonly Obstacle[] = [];
  @property({ type: Boolean }) unsaved = false;
  /** The run that was begun here. */
  @state() private begun = '';

  private readonly switching = new Deed(this, async (to: 'enable' | 'disable') => {
    const path = `/templates/${encodeURIComponent(this.now.value.id)}/${to}`;
    const detail = await this.api.change<Template>('POST', path, { headers: { 'if-match': this.now.tag } });
    this.dispatchEvent(new CustomEvent('news', { detail }));
    notice(detail.value.enabled ? texts.template.isEnabled : texts.template.isDisabled);
  });

  protected override render(): unknown {
    const template = this.now.value;
    return html`
      <section class="sheet">${this.facts(template)}</section>
      <section class="sheet">${this.standing(template)}</section>
      ${template.kind === PRODUCT_SYNC ? html`<section class="sheet">${this.running(template)}</section>` : nothing}
      ${template.kind === CREATE_ORDERS ? html`<nb-look .api=${this.api} .template=${template} alone></nb-look>` : nothing}
      <nb-template-remove .api=${this.api} .now=${this.now}></nb-template-remove>
    `;
  }

  private facts(template: Template): unknown {
    const words = texts.template.facts;
    return html`
      <dl class="facts">
        <dt>${words.kind}</dt><dd>${this.kind.title}</dd>
        <dt>${words.joins}</dt><dd>${joined(template, this.connections)}</dd>
        <dt>${words.schedule}</dt><dd>${inWords(template.schedule)}</dd>
        <dt>${template.enabled ? words.next : words.nextWere}</dt><dd>${template.nextRuns?.map((run) => html`${time(run)}<br>`)}</dd>
        <dt>${words.changed}</dt><dd>${time(template.changed.at)} ${texts.connection.by} ${template.changed.by}, ${words.version(template.revision)}</dd>
      </dl>
    `;
  }

  private running({ id }: Template): unknown {
    const words = productTexts.start;
    return html`
      <nb-run-start .api=${this.api} template=${id} .tasks=${['sync', 'dry-run']} ?barred=${this.unsaved} @run=${this.follow}></nb-run-start>
      <p role="status">
        ${this.begun ? html`${words.follow} <a href=${address('product-runs', this.begun)}>${words.see}</a>` : html`<a href=${address('products', id)}>${words.all}</a>`}
      </p>
    `;
  }

  private readonly follow = ({ detail }: CustomEvent<Run>): void => {
    this.begun = detail.id;
  };

  private standing(template: Template): unknown {
    const words = texts.template;
    const { problem } = this.switching;
    const refused = problem !== undefined && obstaclesIn(problem).length > 0;
    const named = refused ? [] : this.obstacles;
    const flaws = refused || named.length ? [] : knownFlaws(template, this.kind, this.connections);
    return html`
      <div class="row">${stateOf(template)} <span>${template.enabled ? words.enabledMeans : words.disabledMeans}</span></div>
      ${named.length ? html`<h2 class="next">${words.inTheWay}</h2>${obstacleList(named)}` : nothing}
      ${flaws.length ? html`<h2 class="next">${words.inTheWay}</h2><ul class="obstacles">${flaws.map((flaw) => html`<li>${flaw}</li>`)}</ul>` : nothing}
      ${refused ? refusal(problem) : this.switching.trouble(this.reload)}
      ${this.unsaved ? html`<p class="aside">${words.unsavedFirst}</p>` : nothing}
      <vaadin-button
        class="next"
        theme=${template.enabled ? '' : 'primary'}
        ?disabled=${this.switching.busy || this.unsaved}
        @click=${() => this.switching.run(template.enabled ? 'disable' : 'enable')}
      >${this.switching.busy ? words.checking : template.enabled ? words.disable : words.enable}</vaadin-button>
    `;
  }

  private readonly reload = (): void => {
    this.dispatchEvent(new CustomEvent('news', { detail: 'unknown' }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-template-state': TemplateState;
  }
}
