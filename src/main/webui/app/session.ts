import type { Config } from './config.ts';

/** Who uses the console, as the identity provider says. */
export interface Person {
  readonly name: string;
  readonly roles: readonly string[];
  /** Whether the role lets this person see connections, templates and the log; the API decides anyway. */
  readonly manages: boolean;
}

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
}

interface Tokens {
  readonly access_token: string;
  readonly id_token: string;
  readonly expires_in: number;
}

const SESSION = 'nowbridge.session';
const ERRAND = 'nowbridge.errand';
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
  const errand: Errand = { verifier: random(), state: random(), nonce: random(), hash: location.hash };
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
  location.assign(`${(await provider(config)).authorization_endpoint}?${question}`);
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
  keep(await redeem(config, code, errand));
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

function keep(tokens: Tokens): void {
  const said = claims(tokens.access_token);
  const roles = list(said['roles']).map((role) => role.toLowerCase());
  const session: Session = {
    person: {
      name: String(claims(tokens.id_token)['name'] ?? said['sub']),
      roles,
      manages: roles.includes('admin') || roles.includes('manager'),
    },
    token: tokens.access_token,
    endsAt: Date.now() + tokens.expires_in * 1000,
  };
  sessionStorage.setItem(SESSION, JSON.stringify(session));
}

async function provider(config: Config): Promise<Provider> {
  // Some issuers end with a slash, which is left out here (OpenID Connect Discovery 1.0, section 4).
  const answer = await fetch(`${config.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (!answer.ok) {
    throw new Error(`${answer.status}`);
  }
  return answer.json();
}

// Read for what is shown only: whether a token is genuine is for the API to judge.
function claims(token: string): Record<string, unknown> {
  const payload = token.split('.')[1] ?? '';
  const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}

function list(claim: unknown): string[] {
  return Array.isArray(claim) ? claim.map(String) : typeof claim === 'string' ? [claim] : [];
}

function redirectUri(): string {
  return `${location.origin}/`;
}

function random(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)));
}

async function challenge(verifier: string): Promise<string> {
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
