import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import type { Keyring } from '#keyring/keyring.js';
import type { CommandRequest } from '#commands/command-request.js';
import { letGoOfNick } from '../nick/hold-nick.js';
import { namesOf } from '../nick/names-of.js';
import { nickDecider } from '../nick/nick.decider.js';
import { actorOf, PersonCommands } from '../person/person-commands.js';
import { KEYRING, PSEUDONYM_KEY } from '../tokens.js';

@Controller('commands')
export class RestoreNickController {
  constructor(
    @Inject(PersonCommands) private readonly commands: PersonCommands,
    @Inject(KEYRING) private readonly keyring: Keyring,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  /** Back to the name they came with. */
  @Post('restore-nick')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest) {
    const caller = await this.commands.callerOf(request, 'restore-nick');
    const { personId } = caller;
    return this.commands.run({
      ...{ request, caller, wanted: {}, decider: nickDecider },
      command: async ({ client }, occurredAt, person) => {
        const key = (await this.keyring.keysOf([personId])).get(personId);
        const names = key && namesOf(person, key);
        if (names) await letGoOfNick(client, this.pseudonymKey, { personId, names });
        const data = { personId, actor: actorOf(caller) };
        const event = { id: randomUUIDv7(), type: 'OriginalNickRestored' as const, occurredAt, data };
        return { type: 'RestoreOriginalNick' as const, event };
      },
    });
  }
}
