import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { jsonSchemaOf } from '../answers/json-schema.js';

/** What was changed since it was read. */
export const Change = z.object({
  version: z.int(),
  type: z.string().describe('the event, such as `PersonBanned`'),
  at: z.iso.datetime(),
  actorId: z.uuid().nullable().describe('null: the system'),
  actorName: z.string().nullable().describe('as they are called now'),
});

const ChangedMeanwhile = z.object({
  type: z.string(),
  title: z.string(),
  status: z.literal(412),
  detail: z.string(),
  changes: z.array(Change).describe('since then, the latest first; up to 20'),
});

/** Documents that a decision can be bound to what was read. */
export const MayBeBoundToWhatWasRead = () =>
  applyDecorators(
    ApiHeader({
      name: 'If-Match',
      required: false,
      description:
        'The version that was read, as `"7"`: 412 if somebody has changed it since. Without it none is asked',
    }),
    ApiResponse({
      status: 412,
      description: 'Changed since it was read: nothing is done',
      content: { 'application/problem+json': { schema: jsonSchemaOf(ChangedMeanwhile, 'output') } },
    }),
  );
