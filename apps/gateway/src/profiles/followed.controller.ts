import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { z } from 'zod';
import { parseBody } from '#http/validate.js';
import type { Caller } from '#identity/caller.js';
import { readFollowedProfiles } from '#read-models/profile/read-followed-profiles.js';
import { PageOfList } from '../answers/page-of-list.js';
import { Gives, IsRead, linkHeader, Refuses } from '../answers/route-documentation.js';
import { AskedBy } from '../callers/caller.js';
import { Consistency } from '../consistency/consistency.js';
import { READ_POOL } from '../read-database/read-database.js';
import { ProfileAnswer, ProfilesAnswer } from './profile.answers.js';

const PageOfFollowed = z.object({
  limit: PageOfList.shape.limit,
  after: z.string({ error: 'is given twice' }).max(200, 'is too long (maximum is 200 characters)').default(''),
});

@ApiTags('People')
@Controller('api/me/following')
export class FollowedController {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(Consistency) private readonly consistency: Consistency,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Accounts that I follow, by their names; guests follow nobody' })
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 } })
  @ApiQuery({ name: 'after', required: false, schema: { type: 'string' }, description: 'The name before the page' })
  @Gives(200, 'A page', ProfilesAnswer, linkHeader)
  @IsRead()
  @Refuses(422)
  async list(
    @AskedBy() { personId }: Caller,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof ProfilesAnswer>> {
    const { limit, after } = parseBody(PageOfFollowed, query);
    await this.consistency.meet(request);
    const found = await readFollowedProfiles(this.pool, { personId, behind: after, most: limit + 1 });
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    if (found.length > limit && last !== undefined) {
      const next = new URLSearchParams({ after: last.username, limit: String(limit) });
      reply.header('Link', `</api/me/following?${next.toString()}>; rel="next"`);
    }
    return { profiles: shown.map((profile): ProfileAnswer['profile'] => ({ ...profile, following: true })) };
  }
}
