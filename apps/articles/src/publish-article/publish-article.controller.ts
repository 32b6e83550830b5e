import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import type { Decided } from '#commands/stream-of.js';
import { PublishArticle } from '#contracts/articles/article.commands.js';
import type { ArticleEvent } from '#contracts/events.js';
import { eventOf } from '#decider/event-of.js';
import { articleStream } from '../article/article-stream.js';
import { articleDecider, type Article } from '../article/article.decider.js';
import { contentOf } from '../article/content.js';
import { editorialOf } from '../article/editorial-of.js';
import { requireOpenSection } from '../section/require-open-section.js';
import { reserveSlug } from '../article/reserve-slug.js';
import { slugOf } from '../article/slug.js';
import { KnownThesaurus } from '../thesaurus/known-thesaurus.js';
import { requireMayPublish } from '../article/who-publishes.rules.js';

@Controller('commands')
export class PublishArticleController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(KnownThesaurus) private readonly thesaurus: KnownThesaurus,
  ) {}

  @Post('publish-article')
  @HttpCode(201)
  handle(@Req() request: CommandRequest) {
    const articleId = randomUUIDv7();
    return this.commands.run(request, 'publish-article', PublishArticle, ({ wanted, caller, by }) => ({
      of: { ...articleStream(articleId), isNew: true },
      decider: articleDecider,
      command: async ({ client }) => {
        const editorial = await editorialOf(client, caller);
        requireMayPublish(editorial);
        await requireOpenSection(client, wanted.sectionId);
        const slug = await reserveSlug(client, slugOf(wanted.title), articleId);
        const house = await this.thesaurus.houseFor(client, wanted);
        const about = { articleId, slug, authorId: caller.personId, editorial, house };
        return { ...by, type: 'PublishArticle' as const, ...contentOf(wanted), ...about };
      },
      answer: ({ events }: Decided<Article, ArticleEvent>) => ({
        articleId,
        slug: eventOf(events, 'ArticlePublished')?.data.slug,
      }),
    }));
  }
}
