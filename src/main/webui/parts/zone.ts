import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Asked } from './inputs.ts';
import '@vaadin/combo-box';

// "UTC" is no zone of a place, and so not in the list.
const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** A time zone of the IANA database, found by a part of its name. */
export function zoneInput(asked: Asked): unknown {
  return html`
    <vaadin-combo-box
      label=${asked.label}
      helper-text=${ifDefined(asked.hint)}
      manual-validation
      clear-button-visible
      ?required=${asked.required}
      .items=${ZONES}
      .value=${asked.value}
      .invalid=${asked.flaw !== undefined}
      .errorMessage=${asked.flaw ?? ''}
      @change=${(event: Event) => asked.enter((event.currentTarget as HTMLInputElement).value)}
    ></vaadin-combo-box>
  `;
}
