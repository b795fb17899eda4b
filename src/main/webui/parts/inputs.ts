import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Problem } from '../app/problem.ts';
import '@vaadin/checkbox';
import '@vaadin/password-field';
import '@vaadin/select';
import '@vaadin/text-area';
import '@vaadin/text-field';

/** What a form asks for, and what becomes of an answer. */
export interface Asked {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** Why what was entered is not taken. */
  readonly flaw?: string;
  readonly wide?: boolean;
  readonly longest?: number;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly enter: (value: string) => void;
}

export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** What a problem says of one field of what was sent. */
export function flawIn(problem: Problem | undefined, field: string): string | undefined {
  return problem?.errors.find((error) => error.field === field)?.message;
}

export function textInput(asked: Asked): unknown {
  return html`
    <vaadin-text-field
      class=${asked.wide ? 'wide' : ''}
      label=${asked.label}
      helper-text=${ifDefined(asked.hint)}
      placeholder=${ifDefined(asked.placeholder)}
      maxlength=${ifDefined(asked.longest)}
      autocomplete="off"
      manual-validation
      ?required=${asked.required}
      ?disabled=${asked.disabled}
      .value=${live(asked.value)}
      .invalid=${asked.flaw !== undefined}
      .errorMessage=${asked.flaw ?? ''}
      @input=${(event: Event) => asked.enter(entered(event))}
    ></vaadin-text-field>
  `;
}

/** Never offered to be remembered, and never prefilled. */
export function secretInput(asked: Asked): unknown {
  return html`
    <vaadin-password-field
      class=${asked.wide ? 'wide' : ''}
      label=${asked.label}
      helper-text=${ifDefined(asked.hint)}
      autocomplete="new-password"
      manual-validation
      ?required=${asked.required}
      .value=${live(asked.value)}
      .invalid=${asked.flaw !== undefined}
      .errorMessage=${asked.flaw ?? ''}
      @input=${(event: Event) => asked.enter(entered(event))}
    ></vaadin-password-field>
  `;
}

export function areaInput(asked: Asked): unknown {
  return html`
    <vaadin-text-area
      class="wide"
      label=${asked.label}
      helper-text=${ifDefined(asked.hint)}
      placeholder=${ifDefined(asked.placeholder)}
      maxlength=${ifDefined(asked.longest)}
      autocomplete="off"
      manual-validation
      ?required=${asked.required}
      .value=${live(asked.value)}
      .invalid=${asked.flaw !== undefined}
      .errorMessage=${asked.flaw ?? ''}
      @input=${(event: Event) => asked.enter(entered(event))}
    ></vaadin-text-area>
  `;
}

export function choiceInput(asked: Asked, choices: readonly Choice[]): unknown {
  return html`
    <vaadin-select
      class=${asked.wide ? 'wide' : ''}
      label=${asked.label}
      helper-text=${ifDefined(asked.hint)}
      manual-validation
      ?required=${asked.required}
      ?disabled=${asked.disabled}
      placeholder=${ifDefined(choices.find((choice) => choice.value === '')?.label)}
      .items=${choices}
      .value=${asked.value}
      .invalid=${asked.flaw !== undefined}
      .errorMessage=${asked.flaw ?? ''}
      @change=${(event: Event) => asked.enter(entered(event))}
    ></vaadin-select>
  `;
}

export function toggle(label: string, on: boolean, enter: (on: boolean) => void, hint?: string, disabled = false): unknown {
  return html`
    <vaadin-checkbox
      label=${label}
      helper-text=${hint ?? nothing}
      ?disabled=${disabled}
      .checked=${live(on)}
      @change=${(event: Event) => enter((event.currentTarget as HTMLInputElement).checked)}
    ></vaadin-checkbox>
  `;
}

function entered(event: Event): string {
  return (event.currentTarget as HTMLInputElement).value;
}
