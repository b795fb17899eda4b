import { html, nothing } from 'lit';
import { textInput } from '../../parts/inputs.ts';
import { texts } from '../../texts.ts';
import { type Field, isRequired } from '../templates/template.ts';
import type { Editing } from './editing.ts';
import { valueMaps } from './values.ts';
import '@vaadin/button';

/** What is called how at the desk: tables, columns, and the values of some of them. */
export function mappingsSheet(editing: Editing): unknown {
  const words = texts.template;
  const suggested = editing.kind.fields.filter((field) => suggestion(field, editing) && !editing.mapped('fields', field.field));
  return html`
    <section class="sheet">
      <div class="head">
        <h2>${words.columns}</h2>
        ${suggested.length
          ? html`<vaadin-button theme="small" @click=${() => takeAll(suggested, editing)}>${words.takeAll(suggested.length)}</vaadin-button>`
          : nothing}
      </div>
      <p class="soft">${words.columnsHint}</p>
      ${editing.kind.tables.map(({ part, suggestions }) => table(part, suggestions[editing.deskType] ?? '', editing))}
    </section>
    ${valueMaps(editing)}
  `;
}

function table(part: string, usual: string, editing: Editing): unknown {
  const words = texts.template;
  const path = `mappings.tables.${part}`;
  return html`
    <h3 class="part">${words.parts[part] ?? part}</h3>
    <div class="fields">
      ${textInput({
        label: words.table,
        value: editing.mapped('tables', part),
        placeholder: usual,
        longest: 80,
        wide: true,
        flaw: editing.flaw(path),
        enter: (name) => editing.enter(path, name),
      })}
      ${editing.kind.fields.filter((field) => field.part === part).map((field) => column(field, editing))}
    </div>
  `;
}

function column(field: Field, editing: Editing): unknown {
  const words = texts.template;
  const path = `mappings.fields.${field.field}`;
  const mapped = editing.mapped('fields', field.field);
  const offered = suggestion(field, editing);
  return html`
    <div class="column">
      ${textInput({
        label: words.fields[field.field] ?? field.field,
        hint: words.access(field.access, field.length),
        value: mapped,
        required: isRequired(field, editing.options),
        longest: 80,
        flaw: editing.flaw(path),
        enter: (name) => editing.enter(path, name),
      })}
      ${offered && offered !== mapped
        ? html`
            <vaadin-button theme="tertiary small" aria-label=${words.takeOne(offered, words.fields[field.field] ?? field.field)} @click=${() => editing.enter(path, offered)}>
              ${words.take(offered)}
            </vaadin-button>
          `
        : nothing}
    </div>
  `;
}

function suggestion(field: Field, editing: Editing): string | undefined {
  return field.suggestions[editing.deskType];
}

function takeAll(fields: readonly Field[], editing: Editing): void {
  for (const field of fields) {
    editing.enter(`mappings.fields.${field.field}`, suggestion(field, editing));
  }
}
