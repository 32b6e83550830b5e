import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { metadataNow, type CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { PSEUDONYM_KEY } from '#commands/nest/tokens.js';
import { ImportDrafts } from '#contracts/articles/article.commands.js';
import { importDrafts } from './import-drafts.js';

@Controller('commands')
export class ImportDraftsController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  @Post('import-drafts')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest) {
    const { caller, wanted } = await this.commands.ask(request, 'import-drafts', ImportDrafts);
    const place = { store: this.commands.events, pseudonymKey: this.pseudonymKey };
    return { results: await importDrafts(place, caller.personId, wanted.drafts, metadataNow()) };
  }
}
