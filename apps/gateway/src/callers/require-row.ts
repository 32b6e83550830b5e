import { ruleOfRoute } from '#policy/routes.js';

/** Pages that describe the API: for everybody, and without asking who it is. */
export const isOutsidePolicy = (url: string): boolean => /^\/(docs|openapi\.json|docs-json)(\/|$)/.test(url);

/** Called with each route as it is registered. @throws Error for one that the policy has no row for: nothing starts then. */
export function requireRow(methods: string | string[], url: string): void {
  if (isOutsidePolicy(url)) return;
  for (const method of [methods].flat()) {
    if (ruleOfRoute(method, url)) continue;
    throw new Error(`the policy has no row for ${method} ${url}`);
  }
}
