import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Api, Tagged } from '../../app/api.ts';
import { Plain } from '../../app/page.ts';
import { Deed } from '../../parts/deed.ts';
import { notice } from '../../parts/notice.ts';
import { texts } from '../../texts.ts';
import type { Template } from '../templates/template.ts';
import '../../parts/ask.ts';

/** Removes a disabled template with its versions. */
@customElement('nb-template-remove')
class TemplateRemove extends Plain {
  @property({ attribute: false }) api!: Api;
  @property({ attribute: false }) now!: Tagged<Template>;
  @state() private asked = false;

  private readonly removing = new Deed(this, async () => {
    const { id, name } = this.now.value;
    await this.api.send('DELETE', `/templates/${encodeURIComponent(id)}`, { headers: { 'if-match': this.now.tag } });
    notice(texts.template.removed(name));
    location.hash = '#/templates';
  });

  protected override render(): unknown {
    const words = texts.template;
    return html`
      <section class="sheet">
        <p>${words.removeMeans}</p>
        ${this.removing.trouble(() => this.dispatchEvent(new CustomEvent('news', { detail: 'unknown', bubbles: true })))}
        <vaadin-button theme="error" ?disabled=${this.now.value.enabled || this.removing.busy} @click=${() => (this.asked = true)}>
          ${words.remove}
        </vaadin-button>
      </section>
      <nb-ask
        .open=${this.asked}
        .heading=${words.askRemove(this.now.value.name)}
        .content=${html`<p>${words.removeMeans}</p>`}
        .deed=${words.remove}
        @cancel=${() => (this.asked = false)}
        @confirm=${this.confirm}
      ></nb-ask>
    `;
  }

  private confirm(): void {
    this.asked = false;
    void this.removing.run();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-template-remove': TemplateRemove;
  }
}
