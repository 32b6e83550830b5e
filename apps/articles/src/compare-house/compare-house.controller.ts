import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import type { ArticleFact } from '#contracts/events.js';
import { CompareHouse } from '#contracts/thesaurus/thesaurus.commands.js';
import { fold } from '#decider/decider.js';
import { articleStream } from '../article/article-stream.js';
import { articleDecider } from '../article/article.decider.js';
import { requirePublished } from '../article/who-publishes.rules.js';
import { KnownThesaurus } from '../thesaurus/known-thesaurus.js';

/** A read with a command's route: only this service knows the thesaurus at each version. */
@Controller('commands')
export class CompareHouseController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(KnownThesaurus) private readonly thesaurus: KnownThesaurus,
  ) {}

  @Post('compare-house')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest) {
    const { wanted } = await this.commands.ask(request, 'compare-house', CompareHouse);
    return this.commands.events.transact(async ({ client, readStream }) => {
      const past = await readStream(articleStream(wanted.articleId).stream);
      const { content, house } = requirePublished(fold(articleDecider, past as unknown as ArticleFact[]));
      const present = await this.thesaurus.houseFor(client, content);
      return { content, pinned: house ?? null, present: present ?? null };
    });
  }
}
