import type { OpenAPIObject } from '@nestjs/swagger';
import { policy } from '#policy/policy.js';
import type { Rule } from '#policy/rule.js';
import { meaning, problemContent } from './problem-answer.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const methods = ['get', 'post', 'put', 'delete'] as const;

/** Says of every route who may use it, as the policy has it. */
export function describePolicy(document: OpenAPIObject): OpenAPIObject {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method];
      const rule = policy[`${method.toUpperCase()} ${path.replaceAll(/{(\w+)}/g, ':$1')}`];
      if (operation && rule) describeRule(operation, rule);
    }
  }
  return document;
}

function describeRule(operation: Operation, { may, inGoodStanding, forViewer }: Rule): void {
  const refuse = (status: 401 | 403) =>
    (operation.responses[status] ??= { description: meaning[status] ?? '', content: problemContent });
  if (may !== 'everyone') operation.security = [{ token: [] }];
  else if (forViewer) operation.security = [{ token: [] }, {}];
  if (may !== 'everyone' || forViewer) refuse(401);
  if (inGoodStanding || (may !== 'everyone' && may !== 'known')) refuse(403);
  const who = typeof may === 'string' ? undefined : `For ${may.join(', ')}.`;
  if (who) operation.description = [operation.description, who].filter(Boolean).join('\n\n');
}
