import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { seenOf, type CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import type { Decided, StreamNow } from '#commands/stream-of.js';
import { ReviseArticle } from '#contracts/articles/article.commands.js';
import type { ArticleEvent } from '#contracts/events.js';
import { articleStream } from '../article/article-stream.js';
import { articleDecider, type Article } from '../article/article.decider.js';
import { checkTheirs } from '../article/check-theirs.js';
import { editorialOf } from '../article/editorial-of.js';
import { requireOpenSection } from '../section/require-open-section.js';
import { houseAfter } from '../thesaurus/house-after.js';
import { KnownThesaurus } from '../thesaurus/known-thesaurus.js';
import { slugAfter } from '../article/slug-after.js';

@Controller('commands')
export class ReviseArticleController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(KnownThesaurus) private readonly thesaurus: KnownThesaurus,
  ) {}

  @Post('revise-article')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(
      request,
      'revise-article',
      ReviseArticle,
      ({ wanted: { articleId, ...changes }, caller, by }) => ({
        of: articleStream(articleId),
        decider: articleDecider,
        seen: seenOf(request),
        check: checkTheirs(caller),
        command: async ({ client }, { state }: StreamNow<Article>) => {
          const editorial = await editorialOf(client, caller);
          const before = state.kind === 'published' ? state.content.sectionId : undefined;
          await requireOpenSection(client, changes.sectionId, before);
          const slug = await slugAfter(client, { articleId, article: state, title: changes.title, editorial });
          const house = await houseAfter(client, this.thesaurus, state, changes);
          return { ...by, type: 'ReviseArticle' as const, articleId, changes, slug, editorial, house };
        },
        answer: ({ state }: Decided<Article, ArticleEvent>) => ({ articleId, slug: slugIn(state) }),
      }),
    );
  }
}

const slugIn = (article: Article) => (article.kind === 'published' ? article.slug : undefined);
