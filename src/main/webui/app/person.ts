/** Who uses the console, as the identity provider says. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** Whether the role lets this person see connections, templates and the log; the API decides anyway. */
  readonly manages: boolean;
}

export function personOf(accessToken: string, idToken: string): Person {
  const said = claims(accessToken);
  const roles = list(said['roles']).map((role) => role.toLowerCase());
  return {
    id: String(said['sub']),
    name: String(claims(idToken)['name'] ?? said['sub']),
    roles,
    manages: roles.includes('admin') || roles.includes('manager'),
  };
}

/** What a token says, read for what is shown only: whether it is genuine is for the API to judge. */
export function claims(token: string): Record<string, unknown> {
  const payload = token.split('.')[1] ?? '';
  const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}

function list(claim: unknown): string[] {
  return Array.isArray(claim) ? claim.map(String) : typeof claim === 'string' ? [claim] : [];
}
