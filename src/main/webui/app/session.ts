import type { Config } from './config.ts';
import { type Person, claims, personOf } from './person.ts';
import { challenge, random } from './pkce.ts';

export interface Session {
  readonly person: Person;
  readonly token: string;
  readonly endsAt: number;
}

interface Provider {
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly end_session_endpoint?: string;
}

interface Errand {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  /** Where the person wanted to go before we sent them away. */
  readonly hash: string;
  /** Whether another tab waits for the session, and this one is of no more use then. */
  readonly lends: boolean;
}

interface Tokens {
  readonly access_token: string;
  readonly id_token: string;
  readonly expires_in: number;
}

const SESSION = 'nowbridge.session';
const ERRAND = 'nowbridge.errand';
const BEGUN = new BroadcastChannel('nowbridge.session');
// A token that ends during a request is as good as none.
const MARGIN_MILLIS = 30_000;

/** The session of this tab, if it has one that has not ended. */
export function present(): Session | undefined {
  const kept = sessionStorage.getItem(SESSION);
  const session = kept ? (JSON.parse(kept) as Session) : undefined;
  return session && session.endsAt > Date.now() + MARGIN_MILLIS ? session : undefined;
}

/** Sends the person to the identity provider: authorization code with PKCE (RFC 7636). */
export async function signIn(config: Config): Promise<void> {
  location.assign(await departure(config, false));
}

/** The same in a tab of its own, so that this one keeps what was entered. */
export async function signInBeside(config: Config): Promise<void> {
  open(await departure(config, true));
}

/** Hears of each session that another tab has begun for this one. */
export function onBegun(hear: (session: Session) => void): void {
  BEGUN.addEventListener('message', (event: MessageEvent<Session>) => hear(event.data));
}

async function departure(config: Config, lends: boolean): Promise<string> {
  const errand: Errand = { verifier: random(), state: random(), nonce: random(), hash: location.hash, lends };
  sessionStorage.setItem(ERRAND, JSON.stringify(errand));
  const question = new URLSearchParams({
    response_type: 'code',
    client_id: config.clientId,
    redirect_uri: redirectUri(),
    scope: config.scope ?? 'openid profile',
    state: errand.state,
    nonce: errand.nonce,
    code_challenge: await challenge(errand.verifier),
    code_challenge_method: 'S256',
  });
  return `${(await provider(config)).authorization_endpoint}?${question}`;
}

/** Takes up the answer that the identity provider gave in this page's address, if there is one. */
export async function welcome(config: Config): Promise<void> {
  const answer = new URLSearchParams(location.search);
  const kept = sessionStorage.getItem(ERRAND);
  if (!answer.has('state') || !kept) {
    return;
  }
  sessionStorage.removeItem(ERRAND);
  const errand = JSON.parse(kept) as Errand;
  history.replaceState(null, '', location.pathname + errand.hash);
  // Whoever does not know the state puts no words into the provider's mouth either.
  if (answer.get('state') !== errand.state) {
    throw new Error('state');
  }
  const code = answer.get('code');
  if (!code) {
    throw new Error(answer.get('error_description') ?? answer.get('error') ?? 'code');
  }
  const session = sessionOf(await redeem(config, code, errand));
  keep(session);
  if (errand.lends) {
    BEGUN.postMessage(session);
    close();
  }
}

/** Ends the session here, and at the identity provider where it offers that and can be reached. */
export async function signOut(config: Config): Promise<void> {
  sessionStorage.removeItem(SESSION);
  const end = await provider(config).then(
    (found) => found.end_session_endpoint,
    () => undefined,
  );
  const goodbye = new URLSearchParams({ client_id: config.clientId, post_logout_redirect_uri: redirectUri() });
  location.assign(end ? `${end}?${goodbye}` : '/');
}

/** Forgets a session that the API no longer accepts. */
export function forget(): void {
  sessionStorage.removeItem(SESSION);
}

async function redeem(config: Config, code: string, errand: Errand): Promise<Tokens> {
  const answer = await fetch((await provider(config)).token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: config.clientId,
      redirect_uri: redirectUri(),
      code,
      code_verifier: errand.verifier,
    }),
  });
  if (!answer.ok) {
    throw new Error(`${answer.status}`);
  }
  const tokens: Tokens = await answer.json();
  if (claims(tokens.id_token)['nonce'] !== errand.nonce) {
    throw new Error('nonce');
  }
  return tokens;
}

/** Makes a session this tab's. */
export function keep(session: Session): void {
  sessionStorage.setItem(SESSION, JSON.stringify(session));
}

function sessionOf(tokens: Tokens): Session {
  const person = personOf(tokens.access_token, tokens.id_token);
  return { person, token: tokens.access_token, endsAt: Date.now() + tokens.expires_in * 1000 };
}

async function provider(config: Config): Promise<Provider> {
  // Some issuers end with a slash, which is left out here (OpenID Connect Discovery 1.0, section 4).
  const answer = await fetch(`${config.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (!answer.ok) {
    throw new Error(`${answer.status}`);
  }
  return answer.json();
}

function redirectUri(): string {
  return `${location.origin}/`;
}
