import { html } from 'lit';
import type { Problem } from '../../app/problem.ts';
import { areaInput, choiceInput, flawIn, textInput, toggle } from '../../parts/inputs.ts';
import { texts } from '../../texts.ts';
import type { Connection } from '../connections/connection.ts';
import { type Conditions, type RuleForm, lists } from './rule.ts';
import '../../parts/pairs.ts';

type Enter = (changed: Partial<RuleForm>) => void;

const SHORT = 'shortDescription';

/** Whether a fault of this field is said where it was entered. */
export function shownInForm(field: string): boolean {
  return !field.startsWith('conditions') || field.split('.').length === 2;
}

export function ruleFields(form: RuleForm, desks: readonly Connection[], problem: Problem | undefined, enter: Enter): unknown {
  return html`${general(form, problem, enter)}${when(form, problem, enter)}${ticket(form, desks, problem, enter)}`;
}

function general(form: RuleForm, problem: Problem | undefined, enter: Enter): unknown {
  const words = texts.rules;
  return html`
    <section class="sheet">
      <div class="fields">
        ${textInput({ label: words.name, value: form.name, required: true, longest: 100, flaw: flawIn(problem, 'name'), enter: (name) => enter({ name }) })}
        ${whole('order', form, problem, enter)} ${whole('mostPerHour', form, problem, enter)} ${whole('recurrenceDays', form, problem, enter)}
      </div>
      ${toggle(words.enabled, form.enabled, (enabled) => enter({ enabled }))}
    </section>
  `;
}

function whole(name: 'order' | 'mostPerHour' | 'recurrenceDays', form: RuleForm, problem: Problem | undefined, enter: Enter): unknown {
  return textInput({
    label: texts.rules.numbers[name],
    hint: texts.rules.numberHints[name],
    value: Number.isNaN(form[name]) ? '' : String(form[name]),
    flaw: flawIn(problem, name),
    enter: (typed) => enter({ [name]: Number.parseInt(typed, 10) }),
  });
}

function when(form: RuleForm, problem: Problem | undefined, enter: Enter): unknown {
  const words = texts.rules;
  const { conditions } = form;
  const change = (changed: Conditions) => enter({ conditions: { ...conditions, ...changed } });
  return html`
    <section class="sheet">
      <h2>${words.when}</h2>
      <p class="soft">${words.whenHint}</p>
      <div class="fields">
        ${lists.map((name) =>
          textInput({
            label: words.lists[name],
            hint: words.listHints[name],
            value: (conditions[name] ?? []).join(','),
            flaw: flawIn(problem, `conditions.${name}`),
            enter: (typed) => change({ [name]: typed === '' ? undefined : typed.split(',') }),
          }),
        )}
        ${textInput({
          label: words.minimumWeight,
          value: String(conditions.minimumWeight ?? ''),
          flaw: flawIn(problem, 'conditions.minimumWeight'),
          enter: (typed) => change({ minimumWeight: typed === '' ? undefined : Number.parseInt(typed, 10) }),
        })}
        ${textInput({
          label: words.source,
          value: conditions.source ?? '',
          flaw: flawIn(problem, 'conditions.source'),
          enter: (typed) => change({ source: typed || undefined }),
        })}
      </div>
    </section>
  `;
}

function ticket(form: RuleForm, desks: readonly Connection[], problem: Problem | undefined, enter: Enter): unknown {
  const words = texts.rules;
  const { [SHORT]: short = '', ...others } = form.fields;
  const change = (name: string, value: string | undefined) => {
    const { [name]: _, ...rest } = form.fields;
    enter({ fields: value === undefined ? rest : { ...rest, [name]: value } });
  };
  const choices = [{ value: '', label: words.byDefault }, ...desks.map((desk) => ({ value: desk.id, label: desk.name }))];
  return html`
    <section class="sheet">
      <h2>${words.ticket}</h2>
      <p class="soft">${words.ticketHint}</p>
      <div class="fields">
        ${choiceInput(
          { label: words.desk, value: form.connectionId ?? '', flaw: flawIn(problem, 'connectionId'), enter: (id) => enter({ connectionId: id || undefined }) },
          choices,
        )}
        ${textInput({ label: words.table, value: form.table, flaw: flawIn(problem, 'table'), enter: (table) => enter({ table }) })}
        ${areaInput({ label: words.short, value: short, required: true, longest: 4000, flaw: flawIn(problem, `fields.${SHORT}`), enter: (text) => change(SHORT, text) })}
      </div>
      <nb-pairs
        .pairs=${others}
        .words=${{ name: texts.settings.field, value: texts.settings.value, add: texts.settings.addField }}
        .flaw=${(name: string) => flawIn(problem, `fields.${name}`)}
        .enter=${change}
      ></nb-pairs>
    </section>
  `;
}
