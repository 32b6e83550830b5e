import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ImportPeople } from '#contracts/people/person.commands.js';
import { EVENT_STORE } from '#event-store/nest/event-store.module.js';
import type { PostgresEventStore } from '#event-store/postgres-event-store.js';
import type { Keyring } from '#keyring/keyring.js';
import { answerCommand } from '#commands/answer-command.js';
import { metadataNow, type CommandRequest } from '#commands/command-request.js';
import { parseBody } from '#http/validate.js';
import { PersonCommands } from '../person/person-commands.js';
import { KEYRING, PSEUDONYM_KEY } from '../tokens.js';
import { importPeople } from './import-people.js';

@Controller('commands')
export class ImportPeopleController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: PostgresEventStore,
    @Inject(KEYRING) private readonly keyring: Keyring,
    @Inject(PersonCommands) private readonly commands: PersonCommands,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  @Post('import-people')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest, @Body() body: unknown) {
    await this.commands.callerOf(request, 'import-people');
    const wanted = parseBody(ImportPeople, body);
    return answerCommand(async () => ({
      results: await importPeople(this.store, this.keyring, this.pseudonymKey, wanted, metadataNow()),
    }));
  }
}
