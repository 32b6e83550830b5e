import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { IsRead, Refuses } from '../answers/route-documentation.js';

const resumes = 'The id of the last event one has: what came since is sent first, or `reload` where that is not kept';

/** Documents an answer that goes on, and how it is resumed. */
export const IsStream = (description: string) =>
  applyDecorators(
    ApiResponse({ status: 200, description, content: { 'text/event-stream': { schema: { type: 'string' } } } }),
    ApiHeader({ name: 'Last-Event-ID', required: false, description: resumes }),
    ApiQuery({
      ...{ name: 'lastEventId', required: false, description: 'The same, for who cannot send the header' },
      schema: { type: 'string' },
    }),
    IsRead(),
    Refuses(406),
  );
