import { html, nothing } from 'lit';
import type { ComboBox } from '@vaadin/combo-box';
import { withQuery } from '../../app/api.ts';
import { address } from '../../app/routes.ts';
import { type Choice, choiceInput } from '../../parts/inputs.ts';
import { texts } from '../../texts.ts';
import { ARCHIVED, type Filter, OPEN, STATUSES, kindOf } from './list.ts';
import '@vaadin/combo-box';

/** A datastore that was seen with an anomaly. */
export interface Datastore {
  readonly id: string;
  readonly name: string;
}

/** Which anomalies are shown, each kind and each filter with an address of its own. */
export function filters(filter: Filter, datastores: readonly Datastore[]): unknown {
  const kind = kindOf(filter.status);
  return html`
    <nav class="tabs" aria-label=${texts.anomalies.kinds}>
      ${[OPEN, ARCHIVED].map(
        (each) => html`
          <a href=${to({ ...filter, status: each })} aria-current=${each === kind ? 'true' : nothing}>
            ${each === OPEN ? texts.anomalies.open : texts.anomalies.archived}
          </a>
        `,
      )}
    </nav>
    <div class="fields">
      ${choiceInput({ label: texts.anomalies.status, value: filter.status, enter: (status) => turn({ ...filter, status }) }, STATUS_CHOICES[kind] ?? [])}
      <vaadin-combo-box
        label=${texts.anomalies.datastore}
        helper-text=${texts.anomalies.datastoreHint}
        item-value-path="id"
        item-label-path="name"
        allow-custom-value
        clear-button-visible
        .items=${datastores}
        .value=${filter.datastore ?? ''}
        @change=${(event: Event & { currentTarget: ComboBox }) => turn({ ...filter, datastore: event.currentTarget.value })}
      ></vaadin-combo-box>
    </div>
  `;
}

// Made once: a new list would close what is open.
const STATUS_CHOICES: Readonly<Record<string, readonly Choice[]>> = { [OPEN]: choices(OPEN), [ARCHIVED]: choices(ARCHIVED) };

function choices(kind: string): readonly Choice[] {
  const words: Readonly<Record<string, string>> = texts.anomalies.statuses;
  return [
    { value: kind, label: texts.anomalies.anyStatus },
    ...(STATUSES[kind] ?? []).map((status) => ({ value: status, label: words[status] ?? status })),
  ];
}

function to(filter: Filter): string {
  const { status, ...rest } = filter;
  return withQuery(address('anomalies'), { ...rest, status: status === OPEN ? undefined : status });
}

function turn(filter: Filter): void {
  location.hash = to(filter);
}
