import { html } from 'lit';
import { choiceInput, textInput, toggle } from '../../parts/inputs.ts';
import { texts } from '../../texts.ts';
import { isSelection } from '../products/selection.ts';
import type { Option } from '../templates/template.ts';
import type { Editing } from './editing.ts';
import { type Group, grouped } from './groups.ts';
import { scheduleFields } from './schedule.ts';

/** A template's name, its schedule, and the choices that are the customer's. */
export function settingsSheet(editing: Editing): unknown {
  const words = texts.template;
  const options = editing.kind.options.filter(({ option }) => !isSelection(option));
  return html`
    <section class="sheet">
      <div class="fields">
        ${textInput({
          label: words.name,
          value: editing.name,
          required: true,
          longest: 100,
          flaw: editing.flaw('name'),
          enter: (name) => editing.enter('name', name),
        })}
      </div>
      <h2>${words.schedule}</h2>
      ${scheduleFields(editing)}
    </section>
    ${grouped(options).map((group) => choices(group, editing))}
  `;
}

function choices({ title, options }: Group, editing: Editing): unknown {
  const toggles = options.filter((option) => option.type === 'toggle');
  const others = options.filter((option) => option.type !== 'toggle');
  return html`
    <section class="sheet">
      <h2>${title}</h2>
      <div class="fields">${others.map((option) => field(option, editing))}</div>
      <div class="stack">${toggles.map((option) => field(option, editing))}</div>
    </section>
  `;
}

function field(option: Option, editing: Editing): unknown {
  const words = texts.template.options[option.option];
  const path = `options.${option.option}`;
  const value = editing.options[option.option] ?? option.preset;
  if (option.type === 'toggle') {
    return toggle(words?.label ?? option.option, value === true, (on) => editing.enter(path, on), words?.hint);
  }
  const asked = {
    label: words?.label ?? option.option,
    hint: words?.hint,
    value: String(value),
    flaw: editing.flaw(path),
    enter: (entered: string) => editing.enter(path, entered),
  };
  if (option.type === 'choice') {
    return choiceInput(asked, (option.values ?? []).map((one) => ({ value: one, label: words?.values?.[one] ?? one })));
  }
  return textInput({ ...asked, longest: option.longest });
}
