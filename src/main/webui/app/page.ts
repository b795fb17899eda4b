import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { Api } from './api.ts';
import type { Session } from './session.ts';

/** What a page is given: the API, who looks at it, and what its address says. */
export interface Surroundings {
  readonly api: Api;
  readonly session: Session;
  /** The named parts of the page's path. */
  readonly place: Readonly<Record<string, string>>;
  /** What stands in the address after the question mark. */
  readonly query: URLSearchParams;
}

/**
 * An element without a shadow, so that the console's styles reach what is in it. Its texts from outside are only ever given
 * to Lit as values, which makes them text and never markup.
 */
export abstract class Plain extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}

/** A page of the console. It is made anew for another path, and updated when only its query changes. */
export abstract class ConsolePage extends Plain {
  @property({ attribute: false }) around!: Surroundings;

  protected get api(): Api {
    return this.around.api;
  }
}
