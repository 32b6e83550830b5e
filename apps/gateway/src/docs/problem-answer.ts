/** RFC 9457, with the RealWorld member `errors`. */
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

export const writeHeaders = [
  {
    name: 'Idempotency-Key',
    description: 'Makes the write safe to repeat: the same key is the same command. Made where missing, and given back',
  },
  { name: 'Prefer', description: '`respond-async`: answer 202 at once, without waiting until it is shown' },
  { name: 'Consistency-Token', description: 'Of an earlier write that this one builds on' },
];
