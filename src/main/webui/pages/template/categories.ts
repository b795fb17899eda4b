import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Plain } from '../../app/page.ts';
import { productTexts } from '../../product-texts.ts';
import { type Category, changed, markOf, unlisted } from './category.ts';
import { tick } from './tick.ts';
import '@vaadin/button';

/** The distributor's categories to choose from, level by level, with how many products each has. */
@customElement('nb-categories')
class Categories extends Plain {
  @property({ attribute: false }) categories: readonly Category[] = [];
  /** Codes; that of a wide category stands for all that is in it. */
  @property({ attribute: false }) chosen: readonly string[] = [];
  /** What the desk calls some of them. */
  @property({ attribute: false }) names: Readonly<Record<string, string>> = {};
  @property({ attribute: false }) enter!: (chosen: readonly string[]) => void;
  @state() private open: ReadonlySet<string> = new Set();

  protected override render(): unknown {
    const gone = unlisted(this.chosen, this.categories);
    return html`
      ${this.level(this.categories)}
      ${gone.length ? html`<p>${productTexts.choosing.unlisted}</p><div class="row">${gone.map((code) => this.dropping(code))}</div>` : nothing}
    `;
  }

  private level(categories: readonly Category[]): unknown {
    return html`<ul class="bare categories">${categories.map((category) => this.category(category))}</ul>`;
  }

  private category({ code, products, children }: Category): unknown {
    const isOpen = this.open.has(code);
    const mark = markOf(code, this.chosen);
    return html`
      <li>
        <div class="category tick">
          ${children.length
            ? html`
                <button type="button" class="opener" aria-expanded=${isOpen} aria-label=${productTexts.choosing.open(code)} @click=${() => this.turn(code)}>
                  <span aria-hidden="true">${isOpen ? '▾' : '▸'}</span>
                </button>
              `
            : html`<span class="opener"></span>`}
          ${tick(this.named(code), products, mark, () => this.enter(changed(this.categories, this.chosen, code, mark !== 'all')))}
        </div>
        ${isOpen ? this.level(children) : nothing}
      </li>
    `;
  }

  private named(code: string): unknown {
    return html`<code>${code}</code> ${this.names[code] ?? nothing}`;
  }

  private dropping(code: string): unknown {
    return html`
      <vaadin-button theme="small" aria-label=${productTexts.choosing.drop(code)} @click=${() => this.enter(this.chosen.filter((one) => one !== code))}>
        ${code} <span aria-hidden="true">×</span>
      </vaadin-button>
    `;
  }

  private turn(code: string): void {
    const open = new Set(this.open);
    if (!open.delete(code)) {
      open.add(code);
    }
    this.open = open;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-categories': Categories;
  }
}
