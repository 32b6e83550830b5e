import { policy } from './policy.js';
import type { Rule } from './rule.js';

/** The rule of a route; HEAD has that of GET. Undefined for an unknown route. */
export const ruleOfRoute = (method: string, route: string): Rule | undefined =>
  policy[`${method === 'HEAD' ? 'GET' : method} ${route}`];

const routes = Object.keys(policy).map((row) => {
  const [method = '', route = ''] = row.split(' ');
  const pattern = route.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+');
  return { method, path: new RegExp(`^${pattern}$`) };
});

const withHead = (methods: string[]) => [
  ...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))),
];

/** Every method of any route. */
export const allMethods: readonly string[] = withHead(routes.map(({ method }) => method));

/** The methods of a requested path, without its query; none for an unknown path. */
export const methodsOf = (asked: string): string[] =>
  withHead(routes.filter(({ path }) => path.test(asked)).map(({ method }) => method));
