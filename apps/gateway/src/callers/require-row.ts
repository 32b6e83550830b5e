import { ruleOfRoute } from '#policy/routes.js';

/** Pages that describe the API: open to everybody, and the caller is not looked up. */
export const isOutsidePolicy = (url: string): boolean => /^\/(docs|openapi\.json|docs-json)(\/|$)/.test(url);

/**
 * Called with each route as it is registered. @throws Error for a route without a row in the policy, so that nothing
 * starts.
 */
export function requireRow(methods: string | string[], url: string): void {
  if (isOutsidePolicy(url)) return;
  for (const method of [methods].flat()) {
    if (ruleOfRoute(method, url)) continue;
    throw new Error(`the policy has no row for ${method} ${url}`);
  }
}
