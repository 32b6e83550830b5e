import type { SiteCookies } from './cookies.js';

const choices = {
  theme: ['auto', 'light', 'dark'],
  view: ['flat', 'tree'],
  order: ['oldest', 'newest'],
} as const;

type Choices = typeof choices;
/** What a reader chose; the first of each is the default. */
export type Preferences = { [Name in keyof Choices]: Choices[Name][number] };

const names = Object.keys(choices) as (keyof Choices)[];

/** Reads them from a query string such as `theme=dark&view=tree`; what is unknown is left out. */
export function parsePreferences(text: string): Partial<Preferences> {
  const given = new URLSearchParams(text);
  const known = names.flatMap((name) => {
    const value = choices[name].find((choice) => choice === given.get(name));
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(known) as Partial<Preferences>;
}

export const preferencesOf = (cookies: SiteCookies): Preferences => ({
  ...{ theme: 'auto', view: 'flat', order: 'oldest' },
  ...parsePreferences(cookies.get('preferences') ?? ''),
});

export const preferencesText = (preferences: Preferences): string => new URLSearchParams(preferences).toString();
