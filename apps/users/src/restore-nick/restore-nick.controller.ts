import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { PSEUDONYM_KEY } from '#commands/nest/tokens.js';
import { Nothing } from '#contracts/nothing.js';
import { letGoOfNick } from '../nick/hold-nick.js';
import { namesOf } from '../nick/names-of.js';
import { nickDecider } from '../nick/nick.decider.js';
import { personStream } from '../person/person-stream.js';
import type { PersonBefore } from '../person/read-person.js';

@Controller('commands')
export class RestoreNickController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(PSEUDONYM_KEY) private readonly key: Buffer,
  ) {}

  /** Restores the name they came with. */
  @Post('restore-nick')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'restore-nick', Nothing, ({ caller: { personId }, by }) => ({
      of: personStream(personId),
      decider: nickDecider,
      sealedFor: [personId],
      command: async ({ client, keys }, before: PersonBefore) => {
        const names = namesOf(before, keys.get(personId));
        if (names) await letGoOfNick(client, this.key, { personId, names });
        return { ...by, type: 'RestoreOriginalNick' as const, personId };
      },
    }));
  }
}
