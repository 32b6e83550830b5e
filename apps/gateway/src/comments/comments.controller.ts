import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { CommentNames } from '#read-models/comment-thread/author.sql.js';
import { notFound } from '#service/problem.js';
import { z } from 'zod';
import { PostComment } from '#contracts/comments/comment.commands.js';
import { readComment } from '#read-models/comment-thread/read-comment.js';
import type { Caller } from '#service/tokens.js';
import { parseBody } from '#service/validate.js';
import { ViewedBy } from '../callers/caller.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { type Written, Writes } from '../commands/writes.js';
import { Consistency } from '../consistency/consistency.js';
import { Gives, IsRead, IsWrite, MayBeAccepted, Refuses, Takes } from '../docs/route-documentation.js';
import { LookUps, READ_POOL } from '../read-database/read-database.js';
import { Resolve } from '../read-database/resolve.js';
import { CommentAnswer, CommentsAnswer } from './comment.answers.js';
import { COMMENT_NAMES } from './comment-names.js';
import { presentComment } from './present-comment.js';
import { readThreadTuples } from './read-thread-tuples.js';
import { threadJson } from './thread-json.js';

const NewComment = z.object({ comment: PostComment.omit({ articleId: true }) });

@ApiTags('Comments')
@Controller('api/articles/:slug/comments')
export class CommentsController {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(LookUps) private readonly lookUps: LookUps,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Resolve) private readonly resolve: Resolve,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Consistency) private readonly consistency: Consistency,
    @Inject(COMMENT_NAMES) private readonly names: CommentNames,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Post a comment, as a guest or with an account' })
  @Takes(NewComment)
  @Gives(201, 'Posted, and readable by everyone; or `held`', CommentAnswer)
  @MayBeAccepted()
  @IsWrite()
  @Refuses(403, 404)
  async post(@Param('slug') slug: string, @Body() body: unknown, @InExchange() exchange: Exchange) {
    const write = await this.writes.begin(exchange);
    const { articleId, known } = await this.resolve.article(slug);
    const { comment } = parseBody(NewComment, body);
    const command = { articleId, ...comment };
    type Posted = Written & { commentId: number; held: boolean };
    const posted = await this.writes.send<Posted>(write, this.services.comments, 'post-comment', command, { known });
    return this.writes.show(write, posted, async () => {
      const row = await readComment(this.lookUps, posted.commentId, this.names);
      return row && { comment: presentComment(row) };
    });
  }

  @Get()
  @ApiOperation({ summary: 'The whole thread of an article, in the order of time' })
  @Gives(200, 'The thread', CommentsAnswer)
  @IsRead()
  @Refuses(404)
  async read(
    @Param('slug') slug: string,
    @ViewedBy() viewer: Caller | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.consistency.meet(request);
    const rows = await readThreadTuples(this.pool, slug, {
      names: this.names,
      // Guests follow nobody.
      viewerId: viewer?.kind === 'account' ? viewer.personId : undefined,
    });
    if (rows === undefined) throw notFound('article');
    // Serialised here and sent as text: the hottest route of all, kept clear of what Nest does with a returned object.
    reply.type('application/json; charset=utf-8').send(threadJson(rows));
  }
}
