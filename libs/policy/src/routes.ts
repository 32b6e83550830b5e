import { policy } from './policy.js';
import type { Rule } from './rule.js';

/** The row of a route; HEAD asks for what GET does. Undefined where there is none. */
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

/** Every method that some route has. */
export const allMethods: readonly string[] = withHead(routes.map(({ method }) => method));

/** The methods of a path as it was asked for, without its query; none where nothing is there. */
export const methodsOf = (asked: string): string[] =>
  withHead(routes.filter(({ path }) => path.test(asked)).map(({ method }) => method));
