/** How light the console is: as the system says, or as this person chose. */
export type Theme = 'system' | 'light' | 'dark';

const KEY = 'nowbridge.theme';
const ORDER: readonly Theme[] = ['system', 'light', 'dark'];

export function currentTheme(): Theme {
  return ORDER.find((theme) => theme === localStorage.getItem(KEY)) ?? 'system';
}

export function nextTheme(theme: Theme): Theme {
  return ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length] ?? 'system';
}

export function showTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  const scheme = theme === 'system' ? 'light dark' : theme;
  document.documentElement.style.colorScheme = scheme;
  // For what draws with colours of its own.
  dispatchEvent(new Event('nb-theme'));
}
