import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ComboBoxDataProvider } from '@vaadin/combo-box';
import { comboBoxRenderer } from '@vaadin/combo-box/lit.js';
import { type Api, type Page, withQuery } from '../../app/api.ts';
import { Plain } from '../../app/page.ts';
import { Problem } from '../../app/problem.ts';
import { texts } from '../../texts.ts';
import '@vaadin/combo-box';

/** A person or a group of the connected system. */
interface Named {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

// Whoever types on asks for something else.
const PAUSE_MILLIS = 200;

/** Finds a person or a group by name while it is typed; tells the id with {@code chosen}. */
@customElement('nb-lookup')
export class Lookup extends Plain {
  @property({ attribute: false }) api!: Api;
  @property() path = '';
  @property() label = '';
  @property() error = '';
  @property() name = '';
  @property({ type: Boolean }) required = false;
  @state() private trouble = '';
  private asked = 0;

  protected override render(): unknown {
    return html`
      <vaadin-combo-box
        name=${this.name}
        label=${this.label}
        item-label-path="name"
        item-id-path="id"
        clear-button-visible
        helper-text=${this.trouble || texts.ticketForm.typeName}
        error-message=${this.error}
        .invalid=${this.error !== ''}
        ?required=${this.required}
        manual-validation
        .dataProvider=${this.find}
        ${comboBoxRenderer<Named>(({ name, detail }) => html`${name}<small class="soft detail">${detail}</small>`)}
        @selected-item-changed=${(event: CustomEvent<{ value: Named | null }>) => this.choose(event.detail.value)}
      ></vaadin-combo-box>
    `;
  }

  override focus(): void {
    this.querySelector('vaadin-combo-box')?.focus();
  }

  private readonly find: ComboBoxDataProvider<Named> = async ({ filter }, show) => {
    const items = await this.named(filter.trim());
    show([...items], items.length);
  };

  private async named(text: string): Promise<readonly Named[]> {
    const turn = ++this.asked;
    await new Promise((done) => setTimeout(done, PAUSE_MILLIS));
    if (!text || turn !== this.asked) {
      return [];
    }
    try {
      const found = await this.api.get<Page<Named>>(withQuery(this.path, { query: text }));
      this.trouble = '';
      return found.items;
    } catch (failure) {
      this.trouble = texts.ticketForm.searchFailed(failure instanceof Problem ? failure.title : String(failure));
      return [];
    }
  }

  private choose(named: Named | null): void {
    this.dispatchEvent(new CustomEvent<string>('chosen', { detail: named?.id ?? '' }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-lookup': Lookup;
  }
}
