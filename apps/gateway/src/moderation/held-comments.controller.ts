import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { CommentNames } from '#read-models/comment-thread/author.sql.js';
import type { z } from 'zod';
import { readComment } from '#read-models/comment-thread/read-comment.js';
import { readHeldComments } from '#read-models/comment-thread/read-held-comments.js';
import { parseBody } from '#http/validate.js';
import { PageOfList } from '../answers/page-of-list.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { Writes } from '../commands/writes.js';
import { numberOfComment } from '../comments/comment-changes.controller.js';
import { CommentAnswer, HeldCommentsAnswer } from '../comments/comment.answers.js';
import { COMMENT_NAMES } from '../comments/comment-names.js';
import { presentComment } from '../comments/present-comment.js';
import { Consistency } from '../consistency/consistency.js';
import { Gives, IsRead, IsWrite, linkHeader, MayBeAccepted, Refuses } from '../answers/route-documentation.js';
import { READ_POOL } from '../read-database/read-database.js';
import { presentHeld } from './present-held.js';

@ApiTags('Moderation')
@Controller('api')
export class HeldCommentsController {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Consistency) private readonly consistency: Consistency,
    @Inject(COMMENT_NAMES) private readonly names: CommentNames,
  ) {}

  @Get('held-comments')
  @ApiOperation({ summary: 'Comments that wait for a moderator, the oldest first' })
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 } })
  @ApiQuery({ name: 'offset', required: false, schema: { type: 'integer', minimum: 0, default: 0 } })
  @Gives(200, 'A page, shorter where texts are long, and how many there are in all', HeldCommentsAnswer, linkHeader)
  @IsRead()
  @Refuses(422)
  async list(
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof HeldCommentsAnswer>> {
    const { limit, offset } = parseBody(PageOfList, query);
    await this.consistency.meet(request);
    const { comments, commentsCount } = await readHeldComments(this.pool, { limit, offset });
    const next = offset + comments.length;
    if (comments.length > 0 && next < commentsCount) {
      reply.header('Link', `</api/held-comments?limit=${limit}&offset=${next}>; rel="next"`);
    }
    return { comments: comments.map(presentHeld), commentsCount };
  }

  @Post('comments/:id/approve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Show a held comment from now on; one that is shown stays so' })
  @Gives(200, 'Shown', CommentAnswer)
  @IsWrite()
  @MayBeAccepted()
  @Refuses(404)
  async approve(@Param('id') id: string, @InExchange() exchange: Exchange) {
    const write = await this.writes.begin(exchange);
    const commentId = numberOfComment(id);
    const approved = await this.writes.send(write, this.services.comments, 'approve-comment', { commentId });
    return this.writes.show(write, approved, async () => {
      const row = await readComment(this.pool, commentId, this.names);
      return row && { comment: presentComment(row) };
    });
  }
}
