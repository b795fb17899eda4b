/** A secret that nobody guesses, in letters that addresses may hold. */
export function random(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)));
}

/** What stands for a verifier until that is shown (RFC 7636, method S256). */
export async function challenge(verifier: string): Promise<string> {
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
