import { html } from 'lit';
import { textInput } from '../../parts/inputs.ts';
import { texts } from '../../texts.ts';
import type { ValueMap } from '../templates/template.ts';
import type { Editing } from './editing.ts';
import '../../parts/pairs.ts';

const LONGEST = 100;

/** What the distributor's words are at the desk. */
export function valueMaps(editing: Editing): unknown {
  return editing.kind.mappings.map(
    (map) => html`
      <section class="sheet">
        <h2>${texts.template.maps[map.mapping]?.title ?? map.mapping}</h2>
        <p class="soft">${texts.template.maps[map.mapping]?.hint}</p>
        ${map.keys.length ? known(map, editing) : free(map, editing)}
      </section>
    `,
  );
}

function known(map: ValueMap, editing: Editing): unknown {
  return html`
    <div class="fields">
      ${map.keys.map((key) => {
        const path = `mappings.${map.mapping}.${key}`;
        return textInput({
          label: texts.template.values[key] ?? key,
          value: editing.mapped(map.mapping, key),
          required: map.required.includes(key),
          longest: LONGEST,
          flaw: editing.flaw(path),
          enter: (value) => editing.enter(path, value),
        });
      })}
    </div>
  `;
}

function free(map: ValueMap, editing: Editing): unknown {
  const path = (key: string) => `mappings.${map.mapping}.${key}`;
  return html`
    <nb-pairs
      .pairs=${editing.mapping(map.mapping)}
      .words=${texts.template.pairs}
      .flaw=${(key: string) => editing.flaw(path(key))}
      .enter=${(key: string, value?: string) => editing.enter(path(key), value)}
    ></nb-pairs>
  `;
}
