import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { parseBody } from '#http/validate.js';
import { Gives, IsRead, linkHeader, Refuses } from '../answers/route-documentation.js';
import { Consistency } from '../consistency/consistency.js';
import { CommenterAnswer, CommenterCommentsAnswer } from './commenter.answers.js';
import { Commenters, PageOfCommenter } from './commenters.js';

const afterDescription = 'The id of a comment of theirs: what stands behind it';

@ApiTags('People')
@Controller('api/commenters/:id')
export class CommentersController {
  constructor(
    @Inject(Commenters) private readonly commenters: Commenters,
    @Inject(Consistency) private readonly consistency: Consistency,
  ) {}

  @Get()
  @ApiOperation({ summary: 'A guest or an account, as their comments show them' })
  @Gives(200, 'Who it is; of a guest who is linked to an account, the account', CommenterAnswer)
  @IsRead()
  @Refuses(404)
  async read(@Param('id') id: string, @Req() request: FastifyRequest): Promise<z.infer<typeof CommenterAnswer>> {
    await this.consistency.meet(request);
    return { commenter: await this.commenters.read(id) };
  }

  @Get('comments')
  @ApiOperation({ summary: 'Their comments, and those of guests linked to them, newest first' })
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 } })
  @ApiQuery({ name: 'after', required: false, schema: { type: 'integer', minimum: 1 }, description: afterDescription })
  @Gives(200, 'A page, shorter where texts are long', CommenterCommentsAnswer, linkHeader)
  @IsRead()
  @Refuses(404, 422)
  async comments(
    @Param('id') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof CommenterCommentsAnswer>> {
    const page = parseBody(PageOfCommenter, query);
    await this.consistency.meet(request);
    const { comments, behind } = await this.commenters.comments(reply, id, page);
    if (behind !== undefined) {
      reply.header('Link', `</api/commenters/${id}/comments?after=${behind}&limit=${page.limit}>; rel="next"`);
    }
    return { comments };
  }
}
