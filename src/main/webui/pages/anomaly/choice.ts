import { html } from 'lit';
import type { Choice } from './shape.ts';
import '@vaadin/select';

/** One of a few, of which one always holds. */
export function choice(label: string, items: readonly Choice[], value: string, turn: (value: string) => void): unknown {
  return html`
    <vaadin-select
      label=${label}
      .items=${items}
      .value=${value}
      @change=${(event: Event & { currentTarget: { value: string } }) => turn(event.currentTarget.value)}
    ></vaadin-select>
  `;
}
