import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import type { ArticleFact } from '#contracts/events.js';
import type { House } from '#contracts/thesaurus/house-entry.js';
import { PreviewHouse } from '#contracts/thesaurus/thesaurus.commands.js';
import { fold } from '#decider/decider.js';
import { articleStream } from '../article/article-stream.js';
import { articleDecider } from '../article/article.decider.js';
import { requirePublished } from '../article/who-publishes.rules.js';
import { KnownThesaurus } from '../thesaurus/known-thesaurus.js';

/** A read with a command's route: what a publication, or the revision of an article, would be pinned to. */
@Controller('commands')
export class PreviewHouseController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(KnownThesaurus) private readonly thesaurus: KnownThesaurus,
  ) {}

  @Post('preview-house')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest): Promise<{ house: House | null }> {
    const { wanted } = await this.commands.ask(request, 'preview-house', PreviewHouse);
    const { articleId, ...text } = wanted;
    return this.commands.events.transact(async ({ client, readStream }) => {
      if (articleId === undefined) return { house: (await this.thesaurus.houseFor(client, text)) ?? null };
      const past = await readStream(articleStream(articleId).stream);
      const { house } = requirePublished(fold(articleDecider, past as unknown as ArticleFact[]));
      return { house: (house && (await this.thesaurus.houseFor(client, text, house.version))) ?? null };
    });
  }
}
