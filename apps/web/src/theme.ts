export type Theme = 'auto' | 'light' | 'dark';

/** Shows the page in a theme; `auto` follows the device. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
}
