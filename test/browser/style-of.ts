import type { Locator } from 'playwright-core';

/** What of a browser the functions use that run in a page: the project is compiled without its types. */
declare function getComputedStyle(element: unknown, pseudo?: string): Record<string, string>;

/** A computed style of an element, or of its `::before` or `::after`. */
export const styleOf = (locator: Locator, property: string, pseudo?: string): Promise<string | undefined> =>
  locator.evaluate(
    (element: unknown, [name, part]: [string, string | undefined]) => getComputedStyle(element, part)[name],
    [property, pseudo] as [string, string | undefined],
  );
