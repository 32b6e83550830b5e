import { Controller, Get, Inject, Param, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { z } from 'zod';
import { readCommentRevisions } from '#read-models/comment-thread/read-comment-revisions.js';
import { notFound } from '#http/problem.js';
import { Gives, IsRead, Refuses } from '../answers/route-documentation.js';
import { numberOfComment } from '../comments/comment-changes.controller.js';
import { CommentRevisionsAnswer } from '../comments/comment.answers.js';
import { Consistency } from '../consistency/consistency.js';
import { READ_POOL } from '../read-database/read-database.js';

@ApiTags('Moderation')
@Controller('api/comments/:id/revisions')
export class CommentRevisionsController {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(Consistency) private readonly consistency: Consistency,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What a comment has said before, also of one that was taken away' })
  @Gives(200, 'Every text it has had, the first first', CommentRevisionsAnswer)
  @IsRead()
  @Refuses(404)
  async list(@Param('id') id: string, @Req() request: FastifyRequest): Promise<z.infer<typeof CommentRevisionsAnswer>> {
    const commentId = numberOfComment(id);
    await this.consistency.meet(request);
    const revisions = await readCommentRevisions(this.pool, commentId);
    if (revisions.length === 0) throw notFound('comment');
    const gone = revisions.find(({ deletedBy }) => deletedBy !== null);
    return {
      revisions: revisions
        .filter(({ deletedBy }) => deletedBy === null)
        .map(({ at, deletedBy: _, ...text }) => ({ ...text, at: at.toISOString() })),
      deleted: gone?.deletedBy ? { by: gone.deletedBy, at: gone.at.toISOString() } : null,
    };
  }
}
