import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { PSEUDONYM_KEY } from '#commands/nest/tokens.js';
import { PickNick } from '#contracts/people/nick.commands.js';
import { holdNick } from '../nick/hold-nick.js';
import { namesOf } from '../nick/names-of.js';
import { nickDecider } from '../nick/nick.decider.js';
import { personStream } from '../person/person-stream.js';
import type { PersonBefore } from '../person/read-person.js';

const nothingHeld = { isTaken: false, looksLikeStaff: false };

@Controller('commands')
export class PickNickController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(PSEUDONYM_KEY) private readonly key: Buffer,
  ) {}

  @Post('pick-nick')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'pick-nick', PickNick, ({ wanted: { name }, caller: { personId }, by }) => ({
      of: personStream(personId),
      decider: nickDecider,
      sealedFor: [personId],
      command: async ({ client, keys }, before: PersonBefore) => {
        const names = namesOf(before, keys.get(personId));
        const nameStanding = names ? await holdNick(client, this.key, { personId, names }, name) : nothingHeld;
        return { ...by, type: 'PickNick' as const, personId, nick: name, names, nameStanding };
      },
    }));
  }
}
