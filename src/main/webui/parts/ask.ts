import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Plain } from '../app/page.ts';
import { texts } from '../texts.ts';
import '@vaadin/button';

/** Asks before something that is not easily undone, and says what it means. Fires {@code confirm} or {@code cancel}. */
@customElement('nb-ask')
class Ask extends Plain {
  @property({ type: Boolean }) open = false;
  @property() heading = '';
  /** What the deed is called. */
  @property() deed = '';
  /** Whether the deed takes nothing away. */
  @property({ type: Boolean }) mild = false;
  /** Whether it cannot be done yet, or is being done. */
  @property({ type: Boolean }) barred = false;
  @property({ attribute: false }) content: unknown;

  protected override updated(): void {
    const dialog = this.querySelector('dialog');
    if (this.open && !dialog?.open) {
      dialog?.showModal();
    } else if (!this.open) {
      dialog?.close();
    }
  }

  protected override render(): unknown {
    return html`
      <dialog class="ask" aria-labelledby="ask-heading" @cancel=${this.escape}>
        <h2 id="ask-heading">${this.heading}</h2>
        ${this.content}
        <div class="row answers">
          <vaadin-button theme="tertiary" @click=${() => this.tell('cancel')}>${texts.cancel}</vaadin-button>
          <vaadin-button theme=${this.mild ? 'primary' : 'primary error'} ?disabled=${this.barred} @click=${() => this.tell('confirm')}>${this.deed}</vaadin-button>
        </div>
      </dialog>
    `;
  }

  // The dialog closes because we are told to be closed, not by itself.
  private escape(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
    this.tell('cancel');
  }

  private tell(answer: 'cancel' | 'confirm'): void {
    this.dispatchEvent(new CustomEvent(answer));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-ask': Ask;
  }
}
