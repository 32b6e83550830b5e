import { idempotencyKeyLength, idempotencyKeyPattern } from '#commands/idempotency-key.js';

/** An RFC 9457 problem, with the RealWorld member `errors`. */
export const problemSchema = {
  type: 'object' as const,
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string' as const },
    title: { type: 'string' as const },
    status: { type: 'integer' as const },
    detail: { type: 'string' as const },
    errors: {
      type: 'object' as const,
      additionalProperties: { type: 'array' as const, items: { type: 'string' as const } },
    },
  },
};

export const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

/** The title of each status. */
export const meaning: Record<number, string> = {
  400: 'The request cannot be read: malformed JSON, bytes that are no UTF-8, a Consistency-Token that is none, or an Idempotency-Key that cannot be taken',
  401: 'No token, or a bad one',
  403: 'Known, but not allowed',
  404: 'Not found',
  406: '`Accept` does not name `text/event-stream`, and whoever does not know the form would wait for an end that never comes',
  301: 'The article has another slug now: `Location`',
  409: 'Taken, or against what is so by now',
  410: 'Withdrawn from the site; `reason` says why',
  413: 'Too large',
  415: 'Not JSON in UTF-8, or packed',
  422: 'Understood, but not acceptable: `errors` names each field',
  429: 'Too much at once. Repeat after `Retry-After` seconds',
  501: 'This installation cannot do that',
  503: 'Something that is needed is away for now; nothing is half-done. Repeat after `Retry-After` seconds',
};

/** The title of a status that is not in the table. */
export const anyOther =
  'Any other refusal: 405 for a method that the path has not, 408 for a request that does not come to its end, 414 and ' +
  '431 for an address or headers that are too long, 417, or 500 for a fault of ours';

export const writeHeaders = [
  {
    name: 'Idempotency-Key',
    description:
      'Makes the write safe to repeat: the same key is the same command. Made where missing or empty, and given back. ' +
      'ASCII; another, or a longer one, is a 400. Where nobody is signed in it must be a secret of 128 random bits: ' +
      'a UUID, 32 hexadecimal digits, or 22 characters of base64url; else it is a 400',
    schema: { type: 'string' as const, minLength: 1, maxLength: idempotencyKeyLength, pattern: idempotencyKeyPattern },
  },
  { name: 'Prefer', description: '`respond-async`: answer 202 at once, without waiting until it is shown' },
  { name: 'Consistency-Token', description: 'Of an earlier write that this one builds on' },
];
