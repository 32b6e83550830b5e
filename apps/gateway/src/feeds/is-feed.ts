import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiParam, ApiResponse } from '@nestjs/swagger';
import { etagHeader, IsCached, IsRead } from '../answers/route-documentation.js';
import { feedFormats } from './feed-formats.js';

const since = 'Its Last-Modified: 304 where it is so still; `If-None-Match` goes before';

/** Documents an answer that is XML, or another text, and is told when it changed. @param types its media types */
export const GivesText = (description: string, ...types: string[]) =>
  applyDecorators(
    ApiResponse({
      ...{ status: 200, description },
      headers: {
        ...etagHeader,
        'Last-Modified': { description: 'Once a second has passed since', schema: { type: 'string' } },
      },
      content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'string' } }])),
    }),
    ApiHeader({ name: 'If-Modified-Since', required: false, description: since }),
    IsRead(),
    IsCached(),
  );

/** Documents a feed, in the format that its address ends with. */
export const IsFeed = (description: string) =>
  applyDecorators(
    ApiParam({ name: 'format', schema: { type: 'string', enum: feedFormats } }),
    GivesText(description, 'application/rss+xml', 'application/atom+xml', 'application/feed+json'),
  );
