import { html } from 'lit';
import { texts } from '../../texts.ts';
import '@vaadin/text-field';

/** What the short descriptions of several tickets have in common. */
export function templateField(template: string, error: string, enter: (template: string) => void): unknown {
  return html`
    <vaadin-text-field
      class="wide"
      name="shortDescription"
      label=${texts.bulk.template}
      helper-text=${texts.bulk.templateHint}
      error-message=${error}
      .invalid=${error !== ''}
      .value=${template}
      required
      manual-validation
      @value-changed=${(event: CustomEvent<{ value: string }>) => enter(event.detail.value)}
    ></vaadin-text-field>
  `;
}
