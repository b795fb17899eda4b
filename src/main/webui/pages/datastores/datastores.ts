import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Api } from '../../app/api.ts';
import { Loading } from '../../app/loading.ts';
import { Plain } from '../../app/page.ts';
import { all } from '../../parts/all.ts';
import { textInput } from '../../parts/inputs.ts';
import { texts } from '../../texts.ts';
import './access.ts';
import '@vaadin/button';

interface Known {
  readonly datastoreId: string;
}

/** The datastores for which somebody has said which team may do what, and the way to say it for another. */
@customElement('nb-datastores')
class Datastores extends Plain {
  @property({ attribute: false }) api!: Api;
  @state() private added: readonly string[] = [];
  @state() private typed = '';

  private readonly known = new Loading<Known[]>(this, (signal) => all(this.api, '/datastores', {}, signal));

  protected override render(): unknown {
    const words = texts.datastores;
    return html`
      <p class="soft">${words.purpose}</p>
      ${this.known.render((known) => {
        const ids = [...new Set([...known.map((one) => one.datastoreId), ...this.added])];
        return html`
          ${ids.length ? repeat(ids, (id) => id, (id) => html`<nb-access .api=${this.api} .datastore=${id}></nb-access>`) : html`<p>${words.none}</p>`}
          <section class="sheet">
            <div class="row adder">
              ${textInput({ label: words.id, hint: words.idHint, value: this.typed, longest: 200, enter: (typed) => (this.typed = typed) })}
              <vaadin-button ?disabled=${!this.typed.trim()} @click=${this.add}>${words.another}</vaadin-button>
            </div>
          </section>
        `;
      })}
    `;
  }

  private add(): void {
    this.added = [...this.added, this.typed.trim()];
    this.typed = '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-datastores': Datastores;
  }
}
