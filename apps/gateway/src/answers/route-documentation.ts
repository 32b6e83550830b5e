import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { meaning, problemContent, writeHeaders } from './problem-answer.js';

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): object => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    // A format says it in a word; the pattern beside it fills half a page.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
    },
  });
  return rest;
};

/** Documents the body a route takes. */
export const Takes = (schema: z.ZodType) => ApiBody({ schema: schemaOf(schema, 'input'), required: true });

type HeadersObject = Record<string, { description: string; schema: { type: 'string' } }>;

/** Documents an answer of a route. */
export const Gives = (status: number, description: string, schema: z.ZodType, headers: HeadersObject = {}) =>
  ApiResponse({ status, description, schema: schemaOf(schema, 'output'), headers });

/** Documents the header of a page that others follow. */
export const linkHeader: HeadersObject = {
  Link: { description: 'Where there is more: `<…>; rel="next"` (RFC 8288)', schema: { type: 'string' } },
};

/** Documents the problems a route answers with. */
export const Refuses = (...statuses: number[]) =>
  applyDecorators(
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: meaning[status] ?? 'Refused',
        content: problemContent,
      }),
    ),
  );

/** Documents what every write of the API has in common. */
export const IsWrite = () =>
  applyDecorators(
    ...writeHeaders.map((header) => ApiHeader({ required: false, ...header })),
    Refuses(400, 409, 413, 415, 422, 429, 503),
  );

/** Documents that a route can be asked for a state at least as new as a write. */
export const IsRead = () =>
  applyDecorators(
    ApiHeader({
      name: 'Consistency-Token',
      required: false,
      description: 'As a write gave it: the answer is at least as new, or 503',
    }),
    Refuses(400, 429, 503),
  );

export const Accepted = z.object({
  status: z.literal('accepted'),
  streams: z.record(z.string(), z.int()).describe('what is stored: versions of streams'),
});

/** Documents the answer to a write that is safe, but not shown yet. */
export const MayBeAccepted = () =>
  Gives(202, 'Stored, but not shown yet; read with the Consistency-Token given', Accepted);
