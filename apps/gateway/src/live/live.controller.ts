import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '#identity/caller.js';
import { Problem } from '#http/problem.js';
import { Refuses } from '../answers/route-documentation.js';
import { AskedBy } from '../callers/caller.js';
import { Consistency } from '../consistency/consistency.js';
import { Resolve } from '../read-database/resolve.js';
import { ArticleStreams } from './article-streams.js';
import { IsStream } from './is-stream.js';
import { leftOff } from './left-off.js';
import { LiveStreams } from './live-streams.js';
import { ReplyStreams } from './reply-streams.js';

const mediaType = 'text/event-stream';

const ofArticle =
  '`now` with the count of comments; then `activity`: `kind`, `commentId`, `commentsCount`. `reload`: more was missed ' +
  'than is kept';
const ofReplies =
  '`now`; then `reply`: `commentId`, `parentId`, `slug`; one may come again after resuming. `reload`: more was missed ' +
  'than is kept';

@ApiTags('Live')
@Controller('api')
export class LiveController {
  constructor(
    @Inject(Resolve) private readonly resolve: Resolve,
    @Inject(Consistency) private readonly consistency: Consistency,
    @Inject(LiveStreams) private readonly streams: LiveStreams,
    @Inject(ArticleStreams) private readonly articles: ArticleStreams,
    @Inject(ReplyStreams) private readonly replies: ReplyStreams,
  ) {}

  @Get('articles/:slug/live')
  @ApiOperation({ summary: 'What happens to an article and its thread, as it happens' })
  @IsStream(ofArticle)
  @Refuses(404, 410)
  async article(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.prepare(request);
    const { articleId } = await this.resolve.article(slug);
    if (request.method === 'HEAD') return void reply.type(mediaType).send();
    await this.articles.open(reply, articleId, leftOff(request));
  }

  @Get('me/live')
  @ApiOperation({ summary: 'Replies to my comments, guest or account, as they come' })
  @IsStream(ofReplies)
  async mine(@AskedBy() { personId }: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.prepare(request);
    if (request.method === 'HEAD') return void reply.type(mediaType).send();
    await this.replies.open(reply, personId, leftOff(request));
  }

  /** @throws Problem 406 for who did not ask for a stream by name; 503 where there is no room. */
  private async prepare(request: FastifyRequest): Promise<void> {
    if (!request.headers.accept?.includes(mediaType)) {
      throw new Problem(406, { detail: `This is a stream without end: ask for it with \`Accept: ${mediaType}\`.` });
    }
    this.streams.requireRoom(request);
    await this.consistency.meet(request);
  }
}
