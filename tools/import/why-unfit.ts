import { sentence } from '#tools/terminal/sentence.js';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const kinds = new Map([
  ['string', 'text'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['object', 'an object'],
]);
const kindOf = (value: unknown): string => {
  if (value === null || typeof value === 'boolean') return String(value);
  return kinds.get(Array.isArray(value) ? 'array' : typeof value) ?? typeof value;
};

/**
 * Why a value does not match its schema, in plain words: the field, the expected and the actual value. The issue must have
 * been made with `reportInput`.
 * @param nameOf the file's name for a field of the schema.
 */
export function whyUnfit(issue: Issue | undefined, nameOf: (field: string) => string = (field) => field): string {
  if (!issue) return 'does not fit';
  const deepest = branchOf(issue);
  const steps = deepest.path.map((step) => (typeof step === 'number' ? `item ${step + 1}` : nameOf(String(step))));
  return [steps.join(', '), reasonOf(deepest)].filter((part) => part !== '').join(' ');
}

/** For a union, the issue in the intended branch: the one with the value's kind. */
function branchOf(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const [meant] = issue.errors.find((errors) => errors.every(({ path }) => path.length > 0)) ?? [];
  return meant ? branchOf({ ...meant, path: [...issue.path, ...meant.path] }) : issue;
}

function reasonOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
    case 'invalid_union':
      if (issue.input === undefined) return 'is missing';
      return `must be ${wantedBy(issue).join(' or ')}, not ${kindOf(issue.input)}`;
    case 'invalid_value':
      return sentence`must be one of ${issue.values.join(', ')}, not ${typeof issue.input === 'string' ? `“${issue.input}”` : kindOf(issue.input)}`;
    case 'too_big':
      return `has more than ${issue.maximum.toLocaleString('en')} ${issue.origin === 'array' ? 'items' : 'characters'}`;
    case 'too_small':
      return 'is empty';
    case 'invalid_format':
      return issue.format === 'url' ? 'must be an http or https address' : 'does not fit';
    case 'custom':
      return issue.message;
    default:
      return 'does not fit';
  }
}

function wantedBy(issue: Issue): string[] {
  if (issue.code === 'invalid_type') return [kinds.get(issue.expected) ?? issue.expected];
  return issue.code === 'invalid_union' ? issue.errors.flatMap((errors) => errors.slice(0, 1).flatMap(wantedBy)) : [];
}
