import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Api } from '../../app/api.ts';
import { duration, number, time } from '../../app/format.ts';
import { Plain } from '../../app/page.ts';
import { address } from '../../app/routes.ts';
import { badge } from '../../parts/badge.ts';
import { Deed } from '../../parts/deed.ts';
import { moment } from '../../parts/moment.ts';
import { texts } from '../../texts.ts';
import { bundle } from './bundle.ts';
import { type Connected, type Entry, mood, total } from './entry-model.ts';
import { actionOf, connectionOf, named, subjects } from './subjects.ts';
import '@vaadin/button';
import '@vaadin/progress-bar';

/** Entries of the log as a table, of which some can be chosen for the vendor's support. */
@customElement('nb-entries')
class Entries extends Plain {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) entries: readonly Entry[] = [];
  @property({ attribute: false }) connections?: readonly Connected[];
  @state() private chosen: ReadonlySet<string> = new Set();

  private readonly packing = new Deed(this, () => bundle(this.api, [...this.chosen]));

  protected override render(): unknown {
    const words = texts.activity;
    return html`
      <table class="table">
        <caption class="unseen">${words.title}</caption>
        <thead>
          <tr>
            <th scope="col"><span class="unseen">${words.choose}</span></th>
            ${[words.when, words.operation, words.about, words.connection, words.startedBy, words.state, words.took].map(
              (head) => html`<th scope="col">${head}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${this.entries.map((entry) => this.row(entry))}
        </tbody>
      </table>
      ${this.chosen.size
        ? html`
            <div class="row chosen">
              <span>${words.chosen(this.chosen.size)}</span>
              <vaadin-button theme="small" ?disabled=${this.packing.busy} @click=${() => this.packing.run()}>${words.bundle.button}</vaadin-button>
            </div>
          `
        : nothing}
      ${this.packing.trouble()}
    `;
  }

  private row(entry: Entry): unknown {
    const words = texts.activity;
    const action = actionOf(entry);
    return html`
      <tr>
        <td class="whole tick">
          <input
            type="checkbox"
            aria-label=${words.pick(named(entry), time(entry.at))}
            .checked=${this.chosen.has(entry.id)}
            @change=${() => this.choose(entry.id)}
          />
        </td>
        <td class="when"><a href=${address('activity', entry.id)}>${moment(entry.at)}</a></td>
        <td class="operation"><span>${words.operationOf(entry.operation)}</span>${action && html`<span class="action">${action}</span>`}</td>
        <td class="about"><span class="subjects">${subjects(entry)}</span></td>
        <td>${connectionOf(entry, this.connections)}</td>
        <td>${entry.startedBy}</td>
        <td class="result">${this.state(entry)}</td>
        <td class="number took">${entry.result === 'under-way' ? '' : duration(entry.durationMillis)}</td>
      </tr>
    `;
  }

  private state(entry: Entry): unknown {
    const words = texts.activity;
    const all = total(entry);
    return html`
      ${badge(entry.ignored ? words.ignored : words.result(entry.result), mood(entry))}
      ${entry.result === 'under-way' && all > 1
        ? html`
            <vaadin-progress-bar
              aria-label=${words.progress}
              .value=${(entry.counts.done + entry.counts.failed) / all}
            ></vaadin-progress-bar>
            <span class="soft">${words.of(number(all - entry.counts.left), number(all))}</span>
          `
        : nothing}
    `;
  }

  private choose(id: string): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(id)) {
      chosen.add(id);
    }
    this.chosen = chosen;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-entries': Entries;
  }
}
