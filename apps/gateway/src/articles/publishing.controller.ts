import { Body, Controller, Delete, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ArticleChanges, PublishArticle, Withdrawal } from '#contracts/articles/article.commands.js';
import { parseBody } from '#http/validate.js';
import type { Caller } from '#identity/caller.js';
import { AskedBy } from '../callers/caller.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { type Written, Writes } from '../commands/writes.js';
import { jsonSchemaOf } from '../answers/json-schema.js';
import { Gives, IsWrite, MayBeAccepted, Refuses, Takes } from '../answers/route-documentation.js';
import { MayBeBoundToWhatWasRead } from '../decisions/change.answers.js';
import { Decisions } from '../decisions/decisions.js';
import { Resolve } from '../read-database/resolve.js';
import { ArticleAnswer } from './article.answers.js';
import { ChangedArticles } from './changed-articles.js';

const NewArticle = z.object({ article: PublishArticle });
const Revision = z.object({ article: ArticleChanges });
const Withdrawing = z.object({ article: Withdrawal.optional() });

@ApiTags('Articles')
@IsWrite()
@MayBeAccepted()
@Controller('api/articles')
export class PublishingController {
  constructor(
    @Inject(ChangedArticles) private readonly changed: ChangedArticles,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Resolve) private readonly resolve: Resolve,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Decisions) private readonly decisions: Decisions,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Publish an article' })
  @Takes(NewArticle)
  @Gives(201, 'Published, and readable by everyone', ArticleAnswer)
  @Refuses(403)
  async publish(@Body() body: unknown, @AskedBy() caller: Caller, @InExchange() exchange: Exchange) {
    const write = await this.writes.begin(exchange);
    const { article } = parseBody(NewArticle, body);
    type Published = Written & { articleId: string };
    const published = await this.writes.send<Published>(write, this.services.articles, 'publish-article', article);
    return this.changed.show(write, published, { articleId: published.articleId, caller });
  }

  @Put(':slug')
  @ApiOperation({ summary: 'Revise an article: what is left out stays; with another title it gets another slug' })
  @Takes(Revision)
  @Gives(200, 'The article as everyone reads it now', ArticleAnswer)
  @MayBeBoundToWhatWasRead()
  @Refuses(403, 404, 410)
  async revise(
    @Param('slug') slug: string,
    @Body() body: unknown,
    @AskedBy() caller: Caller,
    @InExchange() exchange: Exchange,
  ) {
    const write = await this.writes.begin(exchange);
    const { articleId } = await this.resolve.article(slug);
    const { article } = parseBody(Revision, body);
    const command = { articleId, ...article };
    const revised = await this.decisions.send(write, this.services.articles, 'revise-article', command);
    return this.changed.show(write, revised, { articleId, caller });
  }

  @Delete(':slug')
  @HttpCode(204)
  @ApiOperation({ summary: 'Withdraw an article and its comments; with a reason readers are told it' })
  @ApiBody({ schema: jsonSchemaOf(Withdrawing, 'input'), required: false })
  @MayBeBoundToWhatWasRead()
  @Refuses(403, 404, 410)
  async withdraw(@Param('slug') slug: string, @Body() body: unknown, @InExchange() exchange: Exchange) {
    const write = await this.writes.begin(exchange);
    const articleId = await this.resolve.articleOnceThere(slug);
    const { article } = parseBody(Withdrawing, body ?? {});
    const command = { articleId, ...article };
    const withdrawn = await this.decisions.send(write, this.services.articles, 'withdraw-article', command);
    if (await this.writes.isShown(write, withdrawn)) return undefined;
    write.reply.status(202);
    return { status: 'accepted', streams: withdrawn.streams ?? {} };
  }
}
