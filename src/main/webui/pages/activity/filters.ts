import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Plain } from '../../app/page.ts';
import { choiceInput } from '../../parts/inputs.ts';
import { texts } from '../../texts.ts';
import { type Connected, type Named, results } from './entry-model.ts';
import '@vaadin/text-field';
import '@vaadin/date-picker';

/** Which entries are wanted, as it stands in the page's address. */
export interface Wanted {
  /** The last days, or own dates. */
  readonly days: string;
  readonly from: string;
  readonly to: string;
  readonly connection: string;
  readonly operation: string;
  readonly result: string;
  readonly template: string;
  readonly item: string;
  readonly text: string;
}

const NAMES = ['days', 'from', 'to', 'connection', 'operation', 'result', 'template', 'item', 'text'] as const;

const OWN = 'own';
const DAYS = ['1', '7', '30', '90', OWN];
const USUAL_DAYS = '7';
const DAY_MILLIS = 86_400_000;

export function wantedBy(query: URLSearchParams): Wanted {
  const given = Object.fromEntries(NAMES.map((name) => [name, query.get(name) ?? ''])) as unknown as Wanted;
  return { ...given, days: DAYS.includes(given.days) ? given.days : USUAL_DAYS };
}

/** The same as the API asks for it; days are those of the person's own zone. */
export function asked(wanted: Wanted, now = Date.now()): Record<string, string> {
  const { days, from, to, ...others } = wanted;
  if (days !== OWN) {
    return { ...others, from: new Date(now - Number(days) * DAY_MILLIS).toISOString() };
  }
  return { ...others, from: from ? midnight(from, 0) : '', to: to ? midnight(to, 1) : '' };
}

function differs(wanted: Wanted, before?: Wanted): boolean {
  return NAMES.some((name) => wanted[name] !== before?.[name]);
}

function midnight(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}

/** Asks which entries are wanted; tells it as the event `wanted`. */
@customElement('nb-filters')
class Filters extends Plain {
  // The same in another object is no change: drawing it anew would close what is open.
  @property({ attribute: false, hasChanged: differs }) wanted!: Wanted;
  @property({ attribute: false }) connections: readonly Connected[] = [];
  @property({ attribute: false }) templates: readonly Named[] = [];

  protected override render(): unknown {
    const { wanted } = this;
    const words = texts.activity.filters;
    return html`
      <form class="fields filters" role="search" aria-label=${words.name} @submit=${(event: Event) => event.preventDefault()}>
        ${this.choice('days', words.time, DAYS.map((days) => [days, words.days(days)]))}
        ${wanted.days === OWN ? html`${this.day('from', words.from)}${this.day('to', words.to)}` : ''}
        ${this.choice('result', words.result, [['', words.any], ...results.map((result) => [result, texts.activity.result(result)] as const)])}
        ${this.choice('operation', words.operation, [['', words.any], ...Object.entries(texts.activity.operations)])}
        ${this.choice('connection', words.connection, this.named(this.connections))}
        ${this.templates.length ? this.choice('template', words.template, this.named(this.templates)) : ''}
        ${this.text('item', words.item, words.itemHint)} ${this.text('text', words.text, words.textHint)}
      </form>
    `;
  }

  private named(things: readonly Named[]): readonly (readonly [string, string])[] {
    return [['', texts.activity.filters.any], ...things.map(({ id, name }) => [id, name] as const)];
  }

  private choice(name: keyof Wanted, label: string, choices: readonly (readonly [string, string])[]): unknown {
    return choiceInput(
      { label, value: this.wanted[name], enter: (value) => this.tell(name, value) },
      choices.map(([value, text]) => ({ value, label: text })),
    );
  }

  private day(name: 'from' | 'to', label: string): unknown {
    return html`
      <vaadin-date-picker
        label=${label}
        .value=${this.wanted[name]}
        @change=${(event: Event) => this.tell(name, (event.target as HTMLInputElement).value)}
      ></vaadin-date-picker>
    `;
  }

  private text(name: 'item' | 'text', label: string, hint: string): unknown {
    return html`
      <vaadin-text-field
        label=${label}
        placeholder=${hint}
        clear-button-visible
        .value=${this.wanted[name]}
        @change=${(event: Event) => this.tell(name, (event.target as HTMLInputElement).value)}
      ></vaadin-text-field>
    `;
  }

  private tell(name: keyof Wanted, value: string): void {
    this.dispatchEvent(new CustomEvent<Wanted>('wanted', { detail: { ...this.wanted, [name]: value } }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-filters': Filters;
  }
}
