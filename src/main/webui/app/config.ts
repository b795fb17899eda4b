/** What the console is told about where it runs, by the file that lies beside it. */
export interface Config {
  /** Of the tokens: an OpenID Connect provider. */
  readonly issuer: string;
  readonly clientId: string;
  /** What is asked for at sign-in, where the provider gives a token for the API only for a scope of its own. */
  readonly scope?: string;
  /** Where the API answers; empty where that is where the console comes from. */
  readonly apiUrl: string;
}

export async function readConfig(): Promise<Config> {
  const answer = await fetch('/config.json', { cache: 'no-cache' });
  if (!answer.ok) {
    throw new Error(`config.json answered ${answer.status}`);
  }
  return answer.json();
}
