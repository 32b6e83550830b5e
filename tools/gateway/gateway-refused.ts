import { sentence } from '#tools/terminal/sentence.js';

/** The parts of a problem document that are read. */
export interface ProblemDocument {
  detail?: unknown;
  errors?: unknown;
}

/** A refusal by the gateway: its problem document's status and detail, and its messages for each field. */
export class GatewayRefused extends Error {
  constructor(
    readonly status: number,
    readonly problem: ProblemDocument,
  ) {
    super([`the gateway answered ${status}`, saidBy(problem)].filter((part) => part !== '').join(': '));
  }
}

function saidBy({ detail, errors }: ProblemDocument): string {
  const fields = typeof errors === 'object' && errors !== null ? Object.entries(errors) : [];
  const said = fields
    .slice(0, maxFields)
    .map(([field, messages]) => sentence`${field} ${[messages].flat().join(', ')}`);
  if (fields.length > maxFields) said.push(`and ${fields.length - maxFields} fields more`);
  const whole = typeof detail === 'string' ? sentence`${detail}` : '';
  return [whole, said.join('; ')].filter((part) => part !== '').join(' ');
}

const maxFields = 5;

/** The problem document of an answer; of any other answer, its beginning. */
export function parseProblem(text: string): ProblemDocument {
  try {
    const problem: unknown = JSON.parse(text);
    if (typeof problem === 'object' && problem !== null) return problem;
  } catch {
    // As below.
  }
  return { detail: text };
}
