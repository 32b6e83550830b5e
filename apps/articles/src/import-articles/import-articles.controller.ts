import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { metadataNow, type CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { ImportArticles } from '#contracts/articles/article.commands.js';
import { importArticles } from './import-articles.js';

@Controller('commands')
export class ImportArticlesController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  @Post('import-articles')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest) {
    const { caller, wanted } = await this.commands.ask(request, 'import-articles', ImportArticles);
    return { results: await importArticles(this.commands.events, caller.personId, wanted.articles, metadataNow()) };
  }
}
