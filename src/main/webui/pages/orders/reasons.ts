import { html, nothing } from 'lit';
import { orderTexts } from '../../order-texts.ts';
import { texts } from '../../texts.ts';
import type { Failure } from '../activity/entry-model.ts';

/** Why something is not as it should be, what to do about it, and who can; nobody needs to be told what the page is about. */
export function reasons(all: readonly Failure[], about = ''): unknown {
  return all.map(
    ({ subject, cause, resolution, whoCanFix }) => html`
      <div class="stop">
        <p>${subject && subject !== about ? html`<b>${subject}</b> ` : nothing}${cause}</p>
        ${resolution ? html`<p><b>${orderTexts.resolution}</b> ${resolution}</p>` : nothing}
        <p class="soft">${texts.who(whoCanFix)}</p>
      </div>
    `,
  );
}
