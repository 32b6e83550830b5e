import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { formerPathOf } from '#contracts/articles/former-path.js';
import { notFound } from '#http/problem.js';
import { parseBody } from '#http/validate.js';
import { readFormerPath } from '#read-models/former-path/read-former-path.js';
import { Gives, IsRead, Refuses } from '../answers/route-documentation.js';
import { Consistency } from '../consistency/consistency.js';
import { LookUps } from '../read-database/read-database.js';

const Asked = z.object({ address: z.string() });
const Found = z.object({ article: z.object({ slug: z.string() }) });

@ApiTags('Articles')
@Controller('api/former-addresses')
export class FormerAddressesController {
  constructor(
    @Inject(LookUps) private readonly lookUps: LookUps,
    @Inject(Consistency) private readonly consistency: Consistency,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The article that stood at an address of the site it was imported from' })
  @ApiQuery({ name: 'address', schema: { type: 'string' }, description: 'A path with its query, or all of it' })
  @Gives(200, 'The article', Found)
  @IsRead()
  @Refuses(404, 422)
  async find(
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof Found>> {
    const path = formerPathOf(parseBody(Asked, query).address);
    await this.consistency.meet(request);
    const slug = path === undefined ? undefined : await readFormerPath(this.lookUps, path);
    if (slug === undefined) throw notFound('article');
    void reply.header('Cache-Control', 'no-cache');
    return { article: { slug } };
  }
}
