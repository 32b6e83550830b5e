import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { metadataNow, type CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { ImportSections } from '#contracts/sections/section.commands.js';
import { importSections } from './import-sections.js';

@Controller('commands')
export class ImportSectionsController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  @Post('import-sections')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest) {
    const { wanted } = await this.commands.ask(request, 'import-sections', ImportSections);
    return { results: await importSections(this.commands.events, wanted.sections, metadataNow()) };
  }
}
