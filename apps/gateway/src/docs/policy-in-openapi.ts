import type { OpenAPIObject } from '@nestjs/swagger';
import { ruleOfRoute } from '#policy/routes.js';
import type { Rule } from '#policy/rule.js';
import { kindOf } from '../limits/kind-of-request.js';
import { anyOther, meaning, problemContent } from '../answers/problem-answer.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Adds to every route who may use it, by the policy, and the refusals that every route may answer with. */
export function describePolicy(document: OpenAPIObject): OpenAPIObject {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method];
      if (!operation) continue;
      const route = path.replaceAll(/{(\w+)}/g, ':$1');
      const rule = ruleOfRoute(method.toUpperCase(), route);
      if (rule) describeRule(operation, rule);
      describeRefusals(operation, method.toUpperCase(), route);
    }
  }
  return document;
}

/** Documents a refusal, unless the route documents it itself. */
function refuse({ responses }: Operation, ...statuses: number[]): void {
  for (const status of statuses) responses[status] ??= { description: meaning[status] ?? '', content: problemContent };
}

function describeRule(operation: Operation, { may, inGoodStanding, forViewer }: Rule): void {
  if (may !== 'everyone') operation.security = [{ token: [] }];
  else if (forViewer) operation.security = [{ token: [] }, {}];
  if (may !== 'everyone' || forViewer) refuse(operation, 401);
  if (inGoodStanding || (may !== 'everyone' && may !== 'known')) refuse(operation, 403);
  const who = typeof may === 'string' ? undefined : `For ${may.join(', ')}.`;
  if (who) operation.description = [operation.description, who].filter(Boolean).join('\n\n');
}

function describeRefusals(operation: Operation, method: string, route: string): void {
  if (kindOf(method, route) !== undefined) refuse(operation, 400, 429);
  if (route.includes(':')) refuse(operation, 404);
  if (method !== 'GET') refuse(operation, 413, 415);
  operation.responses.default ??= { description: anyOther, content: problemContent };
}
