import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { metadataNow, type CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { PSEUDONYM_KEY } from '#commands/nest/tokens.js';
import { ImportPeople } from '#contracts/people/person.commands.js';
import { importPeople } from './import-people.js';

@Controller('commands')
export class ImportPeopleController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  @Post('import-people')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest) {
    const { wanted } = await this.commands.ask(request, 'import-people', ImportPeople);
    return { results: await importPeople(this.commands.events, this.pseudonymKey, wanted, metadataNow()) };
  }
}
