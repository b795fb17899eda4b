import { html, nothing } from 'lit';
import type { Api } from '../../app/api.ts';
import { texts } from '../../texts.ts';
import type { Field } from './shape.ts';
import type { TicketForm } from './ticket-form.ts';
import './lookup.ts';
import '@vaadin/checkbox';
import '@vaadin/combo-box';
import '@vaadin/text-area';
import '@vaadin/text-field';

const LONG = 255;

/** A field of a desk's form, to be filled in. */
export function fieldOf(form: TicketForm, field: Field, api: Api): unknown {
  switch (field.type) {
    case 'text':
      return field.length === undefined || field.length > LONG ? long(form, field) : short(form, field);
    case 'choice':
      return choice(form, field);
    case 'flag':
      return flag(form, field);
    case 'person':
      return lookup(form, field, api, 'people');
    case 'group':
      return lookup(form, field, api, 'groups');
  }
}

function short(form: TicketForm, field: Field): unknown {
  return html`
    <vaadin-text-field
      class=${field.name === 'shortDescription' ? 'wide' : ''}
      name=${field.name}
      label=${field.label}
      maxlength=${field.length ?? LONG}
      .value=${form.value(field.name)}
      .invalid=${form.error(field.name) !== ''}
      error-message=${form.error(field.name)}
      ?required=${field.mandatory}
      manual-validation
      autocomplete="off"
      @value-changed=${(event: CustomEvent<{ value: string }>) => form.set(field.name, event.detail.value)}
    ></vaadin-text-field>
  `;
}

function long(form: TicketForm, field: Field): unknown {
  return html`
    <vaadin-text-area
      class="wide"
      name=${field.name}
      label=${field.label}
      maxlength=${field.length ?? nothing}
      max-rows="8"
      helper-text=${field.name === 'description' ? texts.ticketForm.descriptionHint : ''}
      .value=${form.value(field.name)}
      .invalid=${form.error(field.name) !== ''}
      error-message=${form.error(field.name)}
      ?required=${field.mandatory}
      manual-validation
      @value-changed=${(event: CustomEvent<{ value: string }>) => form.set(field.name, event.detail.value)}
    ></vaadin-text-area>
  `;
}

function choice(form: TicketForm, field: Field): unknown {
  const choices = form.choices(field);
  const waits = choices.length === 0 && field.dependsOn !== undefined;
  return html`
    <vaadin-combo-box
      name=${field.name}
      label=${field.label}
      item-value-path="value"
      item-label-path="label"
      clear-button-visible
      .items=${choices}
      .value=${form.value(field.name)}
      .invalid=${form.error(field.name) !== ''}
      error-message=${form.error(field.name)}
      helper-text=${waits ? texts.ticketForm.dependsOn(form.label(field.dependsOn ?? '')) : ''}
      ?disabled=${waits}
      ?required=${field.mandatory}
      manual-validation
      @value-changed=${(event: CustomEvent<{ value: string }>) => form.set(field.name, event.detail.value)}
    ></vaadin-combo-box>
  `;
}

function flag(form: TicketForm, field: Field): unknown {
  return html`
    <vaadin-checkbox
      name=${field.name}
      label=${field.label}
      .checked=${form.value(field.name) === 'true'}
      @checked-changed=${(event: CustomEvent<{ value: boolean }>) => form.set(field.name, event.detail.value ? 'true' : '')}
    ></vaadin-checkbox>
  `;
}

function lookup(form: TicketForm, field: Field, api: Api, kind: 'people' | 'groups'): unknown {
  return html`
    <nb-lookup
      name=${field.name}
      .api=${api}
      path=${`${form.path}/${kind}`}
      label=${field.label}
      error=${form.error(field.name)}
      ?required=${field.mandatory}
      @chosen=${(event: CustomEvent<string>) => form.set(field.name, event.detail)}
    ></nb-lookup>
  `;
}
