import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Api, type Page, withQuery } from '../../app/api.ts';
import { time } from '../../app/format.ts';
import { Loading } from '../../app/loading.ts';
import { Plain } from '../../app/page.ts';
import { address } from '../../app/routes.ts';
import { texts } from '../../texts.ts';
import type { Change } from '../connections/connection.ts';
import { stateOf } from '../templates/list.ts';
import type { Template } from '../templates/template.ts';
import { pathInWords } from './obstacles.ts';
import '@vaadin/button';

type Version = Pick<Template, 'revision' | 'name' | 'enabled'> & { readonly changed: Change };

interface Difference {
  readonly path: string;
  readonly from?: string;
  readonly to?: string;
}

const SHOWN = 20;

/** Who changed a template and when, and what each change was. */
@customElement('nb-template-versions')
class Versions extends Plain {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) template!: Template;
  /** The revision of which to show what it changed; 0 for none. */
  @property({ type: Number }) revision = 0;

  private older: readonly Version[] = [];
  private cursor?: string;

  private readonly versions = new Loading<Page<Version>>(this, (signal) => {
    return this.api.get(withQuery(`${this.path}/versions`, { limit: SHOWN, cursor: this.cursor }), signal);
  });

  private readonly diff = new Loading<Difference[]>(
    this,
    async (signal) => {
      const path = withQuery(`${this.path}/diff`, { from: this.revision - 1, to: this.revision });
      return [...(await this.api.get<Page<Difference>>(path, signal)).items];
    },
    false,
  );

  private get path(): string {
    return `/templates/${encodeURIComponent(this.template.id)}`;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('revision') && this.revision > 1) {
      this.diff.value = undefined;
      void this.diff.run();
    }
  }

  protected override render(): unknown {
    return html`
      <section class="sheet">
        ${this.versions.render(
          (page) => html`
            ${this.table([...this.older, ...page.items])}
            ${page.next ? html`<vaadin-button ?disabled=${this.versions.busy} @click=${() => this.more(page)}>${texts.more}</vaadin-button>` : nothing}
          `,
        )}
      </section>
    `;
  }

  private more(page: Page<Version>): void {
    this.older = [...this.older, ...page.items];
    this.cursor = page.next;
    this.versions.value = { items: [] };
    void this.versions.run();
  }

  private table(versions: readonly Version[]): unknown {
    const words = texts.template.versions;
    return html`
      <table class="table">
        <caption class="unseen">${texts.template.tabs.versions}</caption>
        <thead>
          <tr>
            <th scope="col">${words.version}</th>
            <th scope="col">${words.at}</th>
            <th scope="col">${words.by}</th>
            <th scope="col">${words.state}</th>
            <th scope="col">${words.changes}</th>
          </tr>
        </thead>
        <tbody>
          ${versions.map((version) => [this.row(version), version.revision === this.revision ? this.changes() : nothing])}
        </tbody>
      </table>
    `;
  }

  private row({ revision, name, enabled, changed }: Version): unknown {
    const words = texts.template.versions;
    const page = `${address('templates', this.template.id)}?tab=versions`;
    const open = revision === this.revision;
    return html`
      <tr>
        <td data-label=${words.version}><span>${revision}${name === this.template.name ? nothing : html` <span class="soft">${name}</span>`}</span></td>
        <td data-label=${words.at}>${time(changed.at)}</td>
        <td data-label=${words.by}>${changed.by}</td>
        <td data-label=${words.state}><span>${stateOf({ enabled })}</span></td>
        <td data-label=${words.changes}>
          ${revision > 1
            ? html`<a href=${open ? page : `${page}&revision=${revision}`} aria-expanded=${open}>${open ? words.hide : words.show(revision)}</a>`
            : html`<span>${words.first}</span>`}
        </td>
      </tr>
    `;
  }

  private changes(): unknown {
    const words = texts.template.versions;
    return html`
      <tr class="changes">
        <td class="whole" colspan="5">
          ${this.diff.render((items) => (items.length ? html`<dl class="diff">${items.map(difference)}</dl>` : html`<p>${words.same}</p>`), 2)}
        </td>
      </tr>
    `;
  }
}

function difference({ path, from, to }: Difference): unknown {
  const words = texts.template.versions;
  return html`
    <dt>${pathInWords(path)}</dt>
    <dd>
      ${from === undefined ? nothing : html`<del><span class="unseen">${words.was} </span>${from}</del>`}
      ${to === undefined ? nothing : html`<ins><span class="unseen">${words.is} </span>${to}</ins>`}
    </dd>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-template-versions': Versions;
  }
}
