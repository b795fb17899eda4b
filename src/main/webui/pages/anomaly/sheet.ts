import { html, nothing } from 'lit';
import type { ComboBox } from '@vaadin/combo-box';
import type { Api } from '../../app/api.ts';
import { choiceInput } from '../../parts/inputs.ts';
import { texts } from '../../texts.ts';
import { fieldOf } from './fields.ts';
import type { Field, Shape } from './shape.ts';
import type { TicketForm } from './ticket-form.ts';

const OWN = 'fields.';

/** A desk's form to be filled in: what must be said, and folded away below it what may be. */
export function sheet(form: TicketForm, shape: Shape, api: Api, without: readonly string[] = []): unknown {
  const fields = shape.fields.filter((field) => !without.includes(field.name));
  const optional = fields.filter((field) => !field.mandatory);
  const others = optional.filter((field) => field.name.startsWith(OWN));
  const usual = optional.filter((field) => !others.includes(field) || form.added.includes(field.name));
  return html`
    <div class="fields">
      ${destination(form, shape)} ${fields.filter((field) => field.mandatory).map((field) => fieldOf(form, field, api))}
    </div>
    <details class="more">
      <summary>${texts.ticketForm.more}</summary>
      <div class="fields">
        ${usual.map((field) => html`${fieldOf(form, field, api)}${field.name === 'urgency' ? priority(form, shape) : nothing}`)}
        ${addition(form, others)}
      </div>
      ${shape.warnings.map(({ field, message }) => html`<p class="soft">${form.label(field)}: ${message}</p>`)}
    </details>
  `;
}

function destination(form: TicketForm, shape: Shape): unknown {
  const targets = form.targets.map(({ id, name }) => ({ value: id, label: name }));
  const tables = shape.tables.map(({ name, label }) => ({ value: name, label }));
  return html`
    ${targets.length > 1 ? choiceInput({ label: texts.ticketForm.connection, value: form.target, enter: (id) => form.aim(id) }, targets) : nothing}
    ${choiceInput({ label: texts.ticketForm.table, value: shape.table, enter: (name) => form.turnTo(name) }, tables)}
  `;
}

function priority(form: TicketForm, shape: Shape): unknown {
  if (!shape.priorities) {
    return nothing;
  }
  return html`
    <div class="priority">
      <span class="soft">${texts.ticketForm.priority}</span>
      <output>${form.priority || texts.ticketForm.noPriority}</output>
      ${shape.assumed && form.priority ? html`<small class="soft">${texts.ticketForm.assumed}</small>` : nothing}
    </div>
  `;
}

function addition(form: TicketForm, fields: readonly Field[]): unknown {
  const left = fields.filter((field) => !form.added.includes(field.name));
  return left.length === 0
    ? nothing
    : html`
        <vaadin-combo-box
          label=${texts.ticketForm.add}
          item-value-path="name"
          item-label-path="label"
          .items=${left}
          @change=${(event: Event & { currentTarget: ComboBox }) => void add(form, event.currentTarget)}
        ></vaadin-combo-box>
      `;
}

async function add(form: TicketForm, box: ComboBox): Promise<void> {
  const name = box.value;
  box.value = '';
  await form.add(name);
  box.closest('form')?.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`)?.focus();
}
