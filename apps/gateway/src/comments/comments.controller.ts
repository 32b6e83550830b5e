import { applyDecorators, Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CommentNames } from '#read-models/comment-thread/author.sql.js';
import { z } from 'zod';
import { PostComment } from '#contracts/comments/comment.commands.js';
import { readComment } from '#read-models/comment-thread/read-comment.js';
import type { Caller } from '#identity/caller.js';
import { parseBody } from '#http/validate.js';
import { CachedAnswers } from '../cache/cached-answers.js';
import { ViewedBy } from '../callers/caller.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { type Written, Writes } from '../commands/writes.js';
import { Consistency } from '../consistency/consistency.js';
import {
  etagHeader,
  Gives,
  IsCached,
  IsRead,
  IsWrite,
  linksHeader,
  MayBeAccepted,
  Refuses,
  Takes,
} from '../answers/route-documentation.js';
import { LookUps } from '../read-database/read-database.js';
import { Resolve } from '../read-database/resolve.js';
import { CommentAnswer, CommentsAnswer } from './comment.answers.js';
import { FormerSlug } from '../read-database/why-missing.js';
import { COMMENT_NAMES } from './comment-names.js';
import { presentOwnComment } from './present-own-comment.js';
import { PageOfThread } from './page-of-thread.js';
import { maxCommentsInAnswer } from './thread-limits.js';
import { threadOrders } from './thread-order.js';
import { Threads } from './threads.js';

const maxComments = { maximum: maxCommentsInAnswer, default: maxCommentsInAnswer };
const orderDescription =
  'Of time, or of a tree: each reply below the comment it answers, which begins with the oldest or the newest root';
const parentsDescription = 'Adds the comments that are answered on the page and stand elsewhere';
const anchorParameters = Object.entries({
  after: 'The id of a comment: what stands behind it',
  before: 'The id of a comment: the page that ends in front of it',
  around: 'The id of a comment: the page that contains it. One of the three at most',
}).map(([name, description]) =>
  ApiQuery({ name, required: false, schema: { type: 'integer', minimum: 1 }, description }),
);
const pageDescription = `Up to ${maxCommentsInAnswer} comments and 4 MB; a larger comment comes alone`;

const NewComment = z.object({ comment: PostComment.omit({ articleId: true }) });

@ApiTags('Comments')
@Controller('api/articles/:slug/comments')
export class CommentsController {
  constructor(
    @Inject(LookUps) private readonly lookUps: LookUps,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Resolve) private readonly resolve: Resolve,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Consistency) private readonly consistency: Consistency,
    @Inject(Threads) private readonly threads: Threads,
    @Inject(CachedAnswers) private readonly cached: CachedAnswers,
    @Inject(COMMENT_NAMES) private readonly names: CommentNames,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Post a comment, as a guest or with an account' })
  @Takes(NewComment)
  @Gives(201, 'Posted, and readable by everyone; or `held`', CommentAnswer)
  @MayBeAccepted()
  @IsWrite()
  @Refuses(403, 404, 410)
  async post(@Param('slug') slug: string, @Body() body: unknown, @InExchange() exchange: Exchange) {
    const write = await this.writes.begin(exchange);
    const { articleId, known } = await this.resolve.article(slug);
    const { comment } = parseBody(NewComment, body);
    const command = { articleId, ...comment };
    type Posted = Written & { commentId: number; held: boolean };
    const posted = await this.writes.send<Posted>(write, this.services.comments, 'post-comment', command, { known });
    return this.writes.show(write, posted, async () => {
      const row = await readComment(this.lookUps, posted.commentId, this.names);
      return row && { comment: presentOwnComment(row) };
    });
  }

  @Get()
  @ApiOperation({ summary: 'The thread of an article, a page at a time' })
  @ApiQuery({
    ...{ name: 'order', required: false, description: orderDescription },
    schema: { type: 'string', enum: [...threadOrders], default: 'oldest' },
  })
  @applyDecorators(...anchorParameters)
  @ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, ...maxComments } })
  @ApiQuery({
    ...{ name: 'parents', required: false, description: parentsDescription },
    schema: { type: 'boolean', default: false },
  })
  @Gives(200, pageDescription, CommentsAnswer, { ...linksHeader, ...etagHeader })
  @IsRead()
  @IsCached()
  @Refuses(301, 404, 410, 422)
  async read(
    @Param('slug') slug: string,
    @Query() query: unknown,
    @ViewedBy() viewer: Caller | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = parseBody(PageOfThread, query);
    await this.consistency.meet(request);
    // A guest follows nobody, so the answer is that of a stranger.
    const viewerId = viewer?.kind === 'account' ? viewer.personId : undefined;
    const { order, after, before, around, limit, parents } = page;
    const sending = this.cached.send(reply.header('Vary', 'Authorization'), {
      forReader: viewerId,
      name: `thread ${[order, after, before, around, limit, parents].join(' ')} ${slug}`,
      readVersion: () => this.threads.readVersion(slug),
      make: () => this.threads.page(slug, { ...page, viewerId }),
    });
    await sending.catch((error: unknown) => {
      throw error instanceof FormerSlug ? error.under(request.url) : error;
    });
  }
}
