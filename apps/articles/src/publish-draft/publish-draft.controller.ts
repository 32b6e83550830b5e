import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands, type LookUp } from '#commands/commands.js';
import { PublishDraft } from '#contracts/articles/article.commands.js';
import type { Decided } from '#commands/stream-of.js';
import type { ArticleEvent } from '#contracts/events.js';
import type { Article } from '../article/article.decider.js';
import { LOOK_UPS } from '#event-store/nest/event-store.module.js';
import type { SharedConnection } from '#postgres/shared-connection.js';
import { findAuthor } from '../draft/find-author.js';
import { onDraft } from '../draft/on-draft.js';
import { publicationOf } from '../draft/publication-of.js';
import { KnownThesaurus } from '../thesaurus/known-thesaurus.js';
import { requireTheirs } from '../draft/draft.rules.js';
import { requireMayPublish } from '../article/who-publishes.rules.js';

@Controller('commands')
export class PublishDraftController {
  private readonly lookUp: LookUp<'publish-draft', { articleId: string }, string | undefined> = {
    read: ({ articleId }) => findAuthor(this.lookUps, articleId),
  };

  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(LOOK_UPS) private readonly lookUps: SharedConnection,
    @Inject(KnownThesaurus) private readonly thesaurus: KnownThesaurus,
  ) {}

  @Post('publish-draft')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(
      request,
      'publish-draft',
      PublishDraft,
      ({ wanted, caller, by, found: author }) => ({
        ...onDraft(request, wanted.articleId, caller, async (editorial, transaction) => {
          requireTheirs(author, editorial);
          requireMayPublish(editorial);
          const place = { transaction, thesaurus: this.thesaurus };
          return { ...by, ...(await publicationOf(place, wanted.articleId, author)), editorial };
        }),
        answer: ({ state }: Decided<Article, ArticleEvent>) => ({
          articleId: wanted.articleId,
          slug: state.kind === 'published' ? state.slug : undefined,
        }),
        sealedFor: author === undefined ? [] : [author],
      }),
      this.lookUp,
    );
  }
}
