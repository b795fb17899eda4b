import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { withQuery } from '../../app/api.ts';
import { Deed } from '../../parts/deed.ts';
import { textInput } from '../../parts/inputs.ts';
import { notice } from '../../parts/notice.ts';
import { texts } from '../../texts.ts';
import { ConnectionPart } from './around.ts';

interface Removal {
  readonly linksRemoved: number;
  readonly complete: boolean;
}

/** Removes a disconnected system for ever, once its name was typed. */
@customElement('nb-remove')
class Remove extends ConnectionPart {
  @state() private typed = '';
  @state() private links = 0;

  private readonly removing = new Deed(this, async () => {
    const path = withQuery(this.path, { confirm: this.typed });
    let complete = false;
    // One request removes only so many links.
    while (!complete) {
      const removal: Removal = await this.api.send('DELETE', path, { headers: this.ifMatch });
      this.links += removal.linksRemoved;
      complete = removal.complete;
    }
    notice(texts.ending.removed(this.connection.name));
    location.hash = '#/connections';
  });

  protected override render(): unknown {
    const words = texts.ending;
    return html`
      <section class="sheet">
        <h2>${words.remove}</h2>
        <p>${words.removeMeans}</p>
        <div class="fields">
          ${textInput({ label: words.typeName(this.connection.name), value: this.typed, wide: true, enter: (typed) => (this.typed = typed) })}
        </div>
        <div role="status">${this.removing.busy ? html`<p>${words.removing(this.links)}</p>` : nothing}</div>
        ${this.removing.trouble(this.reload)}
        <vaadin-button
          theme="primary error"
          ?disabled=${this.removing.busy || this.typed !== this.connection.name}
          @click=${() => this.removing.run()}
        >${words.remove}</vaadin-button>
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nb-remove': Remove;
  }
}
