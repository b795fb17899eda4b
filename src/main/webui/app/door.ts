import { html, nothing } from 'lit';
import { texts } from '../texts.ts';
import '@vaadin/button';

/** Where people sign in; there is no way in where it is not known how. */
export function door(trouble: string, enter?: () => void): unknown {
  return html`
    <main class="door">
      <img src="/console/nowbridge.svg" width="56" height="56" alt="">
      <h1>${texts.signIn.title}</h1>
      <p>${texts.signIn.purpose}</p>
      ${trouble ? html`<p class="trouble" role="alert">${trouble}</p>` : nothing}
      <vaadin-button theme="primary large" ?disabled=${!enter} @click=${enter}>${texts.signIn.button}</vaadin-button>
    </main>
  `;
}
