import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Api, Tagged } from '../../app/api.ts';
import { Loading } from '../../app/loading.ts';
import { Plain } from '../../app/page.ts';
import { all } from '../../parts/all.ts';
import { Deed } from '../../parts/deed.ts';
import { toggle } from '../../parts/inputs.ts';
import { texts } from '../../texts.ts';
import { type Connection, type Defaults, type Purpose, purposesOf } from '../connections/connection.ts';

interface Known {
  readonly defaults: Tagged<Defaults>;
  readonly connections: readonly Connection[];
}

/** What a connection serves where nobody names one. */
@customElement('nb-defaults')
class DefaultsPart extends Plain {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) connection!: Connection;

  private readonly known = new Loading<Known>(this, async (signal) => {
    const [defaults, connections] = await Promise.all([
      this.api.tagged<Defaults>('/connection-defaults', signal),
      all<Connection>(this.api, '/connections', {}, signal),
    ]);
    return { defaults, connections };
  });

  private readonly changing = new Deed(this, async (purpose: Purpose, serves: boolean) => {
    const known = this.known.value;
    if (!known) {
      return;
    }
    const { purposes, datastores } = known.defaults.value;
    const { [purpose]: former, ...others } = purposes;
    const wanted = serves ? { ...others, [purpose]: this.connection.id } : others;
    const changed = await this.api.change<Defaults>('PUT', '/connection-defaults', {
      headers: { 'if-match': known.defaults.tag },
      body: { purposes: wanted, datastores },
    });
    this.known.value = { ...known, defaults: changed };
  });

  protected override render(): unknown {
    return html`
      <section class="sheet">
        <h2>${texts.connection.serves}</h2>
        <p class="soft">${texts.connection.servesHint}</p>
        ${this.known.render((known) => this.choices(known), 2)} ${this.changing.trouble(() => this.known.run())}
      </section>
    `;
  }

  private choices({ defaults, connections }: Known): unknown {
    const datastores = Object.entries(defaults.value.datastores).filter(([, id]) => id === this.connection.id);
    return html`
      <div class="stack">
        ${purposesOf[this.connection.kind].map((purpose) => {
          const serving = defaults.value.purposes[purpose];
          const other = serving && serving !== this.connection.id ? connections.find((one) => one.id === serving) : undefined;
          return toggle(
            texts.connection.purposes[purpose],
            serving === this.connection.id,
            (serves) => void this.changing.run(purpose, serves),
            other && texts.connection.replaces(other.name),
            this.changing.busy,
          );
        })}
      </div>
      ${datastores.length ? html`<p>${texts.connections.datastores(datastores.map(([id]) => id))}</p>` : nothing}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-defaults': DefaultsPart;
  }
}
