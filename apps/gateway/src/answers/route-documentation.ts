import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { jsonSchemaOf } from './json-schema.js';
import { meaning, problemContent, writeHeaders } from './problem-answer.js';
import { WritesBy } from './writes-by.js';

/** Documents the body that a route reads. */
export const Takes = (schema: z.ZodType) => ApiBody({ schema: jsonSchemaOf(schema, 'input'), required: true });

type HeadersObject = Record<string, { description: string; schema: { type: 'string' } }>;

/** Documents an answer of a route, and serialises it by the same schema. */
export const Gives = (status: number, description: string, schema: z.ZodType, headers: HeadersObject = {}) =>
  applyDecorators(
    ApiResponse({ status, description, schema: jsonSchemaOf(schema, 'output'), headers }),
    WritesBy(status, schema),
  );

/** Documents the Link header of a page with a next page. */
export const linkHeader: HeadersObject = {
  Link: { description: 'Where there is more: `<…>; rel="next"` (RFC 8288)', schema: { type: 'string' } },
};

/** Documents the Link header of a page with a page before it and one behind it. */
export const linksHeader: HeadersObject = {
  Link: {
    description: 'Where there is more: `<…>; rel="next"`, and in an order that is named `rel="prev"` (RFC 8288)',
    schema: { type: 'string' },
  },
};

/** Documents the ETag header. */
export const etagHeader: HeadersObject = {
  ETag: {
    description: 'Its version, for `If-None-Match`; not for who is answered something of their own',
    schema: { type: 'string' },
  },
};

/** Documents the ETag of what staff decides on. */
export const versionHeader: HeadersObject = {
  ETag: { description: 'Its version, for `If-Match` of what is decided about it', schema: { type: 'string' } },
};

/** Documents the 304 for a client that already has the answer. */
export const IsCached = () =>
  applyDecorators(
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: 'The ETag of what one has: 304 where it is so still',
    }),
    ApiResponse({ status: 304, description: 'It is so still' }),
  );

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

/** Documents what all writes of the API share. */
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

/** Documents the answer to a write that is stored, but not yet projected. */
export const MayBeAccepted = () =>
  Gives(202, 'Stored, but not shown yet; read with the Consistency-Token given', Accepted);
