import { html } from 'lit';
import { time, since } from '../app/format.ts';

/** How long ago something was, with the moment itself for those who point at it. */
export function moment(instant: string): unknown {
  return html`<time datetime=${instant} title=${time(instant)}>${since(instant)}</time>`;
}
