import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { metadataNow, type CommandRequest } from '#commands/command-request.js';
import { PSEUDONYM_KEY } from '#commands/nest/tokens.js';
import { Commands } from '#commands/commands.js';
import { ImportArticles } from '#contracts/articles/article.commands.js';
import { importArticles } from './import-articles.js';

@Controller('commands')
export class ImportArticlesController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  @Post('import-articles')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest) {
    const { caller, wanted } = await this.commands.ask(request, 'import-articles', ImportArticles);
    const place = { store: this.commands.events, pseudonymKey: this.pseudonymKey };
    return { results: await importArticles(place, caller.personId, wanted.articles, metadataNow()) };
  }
}
