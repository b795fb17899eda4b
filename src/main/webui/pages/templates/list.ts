import { html, nothing } from 'lit';
import { address } from '../../app/routes.ts';
import { time } from '../../app/format.ts';
import { badge } from '../../parts/badge.ts';
import { texts } from '../../texts.ts';
import type { Connection } from '../connections/connection.ts';
import { inWords } from './schedule-words.ts';
import { CREATE_ORDERS, type Template, type TemplateKind, knownFlaws } from './template.ts';

/** All that the list of templates is made from. */
export interface Known {
  readonly templates: readonly Template[];
  readonly kinds: readonly TemplateKind[];
  readonly connections: readonly Connection[];
}

export function templateList(known: Known): unknown {
  const words = texts.templates.columns;
  return html`
    <div class="sheet">
      <table class="table">
        <caption class="unseen">${texts.nav.templates}</caption>
        <thead>
          <tr>
            <th scope="col">${words.name}</th>
            <th scope="col">${words.joins}</th>
            <th scope="col">${words.schedule}</th>
            <th scope="col">${words.state}</th>
          </tr>
        </thead>
        <tbody>
          ${[...known.templates].sort((a, b) => a.name.localeCompare(b.name)).map((template) => row(template, known))}
        </tbody>
      </table>
    </div>
  `;
}

function row(template: Template, known: Known): unknown {
  const words = texts.templates.columns;
  const kind = known.kinds.find((one) => one.kind === template.kind);
  const next = template.enabled ? template.nextRuns?.[0] : undefined;
  return html`
    <tr>
      <td class="whole">
        <span><a class="name" href=${address('templates', template.id)}>${template.name}</a><br><span class="soft">${kind?.title ?? template.kind}</span></span>
      </td>
      <td data-label=${words.joins}>${joined(template, known.connections)}</td>
      <td data-label=${words.schedule}>
        <span>${inWords(template.schedule)}${next ? html`<br><span class="soft">${texts.templates.next(time(next))}</span>` : nothing}</span>
      </td>
      <td data-label=${words.state}>
        <span>
          ${stateOf(template)}
          ${(kind ? knownFlaws(template, kind, known.connections) : []).map((flaw) => html`<br><span class="soft">${flaw}</span>`)}
        </span>
      </td>
    </tr>
  `;
}

export function stateOf(template: Pick<Template, 'enabled'>): unknown {
  return template.enabled ? badge(texts.templates.enabled, 'good') : badge(texts.templates.disabled, 'plain');
}

/** From whom to whom: catalogues and statuses come from the distributor, orders go there. */
export function joined(template: Template, connections: readonly Connection[]): string {
  const name = (id: string) => connections.find((one) => one.id === id)?.name ?? texts.templates.gone;
  const [from, to] =
    template.kind === CREATE_ORDERS ? [template.deskId, template.distributorId] : [template.distributorId, template.deskId];
  return texts.templates.fromTo(name(from), name(to));
}
