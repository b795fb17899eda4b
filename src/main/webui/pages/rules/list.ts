import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Api } from '../../app/api.ts';
import { Loading } from '../../app/loading.ts';
import { Plain } from '../../app/page.ts';
import { all } from '../../parts/all.ts';
import { badge } from '../../parts/badge.ts';
import { texts } from '../../texts.ts';
import type { Connection } from '../connections/connection.ts';
import { type Rule, lists } from './rule.ts';
import './edit.ts';

interface Known {
  readonly rules: readonly Rule[];
  readonly connections: readonly Connection[];
}

/** The rules by which anomalies get tickets by themselves, in the order in which they are asked. */
@customElement('nb-rules')
class Rules extends Plain {
  @property({ attribute: false }) api!: Api;
  /** The rule to edit: an id, or {@code new}. */
  @property() rule?: string;

  private readonly known = new Loading<Known>(this, async (signal) => {
    const [rules, connections] = await Promise.all([
      all<Rule>(this.api, '/opening-rules', {}, signal),
      all<Connection>(this.api, '/connections', {}, signal),
    ]);
    return { rules: rules.sort((a, b) => a.order - b.order), connections };
  });

  protected override render(): unknown {
    return this.known.render((known) => (this.rule ? this.edit(this.rule, known) : this.list(known)), 6);
  }

  private edit(rule: string, { connections }: Known): unknown {
    const desks = connections.filter((one) => one.kind === 'desk');
    const changed = () => this.known.run();
    return keyed(rule, html`<nb-rule-edit .api=${this.api} .rule=${rule} .desks=${desks} @changed=${changed}></nb-rule-edit>`);
  }

  private list({ rules }: Known): unknown {
    const words = texts.rules;
    return html`
      <div class="head">
        <p class="soft">${words.purpose}</p>
        <a class="deed" href="#/connections?tab=rules&rule=new">${words.create}</a>
      </div>
      <section class="sheet">${rules.length ? this.table(rules) : html`<p>${words.none}</p>`}</section>
    `;
  }

  private table(rules: readonly Rule[]): unknown {
    const words = texts.rules.columns;
    return html`
      <table class="table">
        <caption class="unseen">${texts.connections.tabs.rules}</caption>
        <thead>
          <tr><th scope="col">${words.name}</th><th scope="col">${words.when}</th><th scope="col">${words.order}</th><th scope="col">${words.state}</th></tr>
        </thead>
        <tbody>
          ${rules.map(
            (rule) => html`
              <tr>
                <td class="whole"><a class="name" href=${`#/connections?tab=rules&rule=${encodeURIComponent(rule.id)}`}>${rule.name}</a></td>
                <td data-label=${words.when}>${conditionsInWords(rule)}</td>
                <td data-label=${words.order}>${rule.order}</td>
                <td data-label=${words.state}><span>${rule.enabled ? badge(texts.rules.on, 'good') : badge(texts.rules.off, 'plain')}</span></td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    `;
  }
}

function conditionsInWords({ conditions }: Rule): unknown {
  const words = texts.rules;
  const said = [
    ...(conditions.source ? [`${words.source}: ${conditions.source}`] : []),
    ...lists.filter((name) => conditions[name]?.length).map((name) => `${words.lists[name]}: ${conditions[name]?.join(', ')}`),
    ...(conditions.minimumWeight === undefined ? [] : [words.weight(conditions.minimumWeight)]),
  ];
  return said.length ? html`<span>${said.map((one, i) => html`${i ? html`<br>` : nothing}${one}`)}</span>` : words.always;
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-rules': Rules;
  }
}
