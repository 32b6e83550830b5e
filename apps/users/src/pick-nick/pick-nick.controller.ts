import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { foldName } from '#contracts/people/fold-name.js';
import { PickNick } from '#contracts/people/nick.commands.js';
import type { Keyring } from '#keyring/keyring.js';
import { seal } from '#keyring/seal.js';
import type { CommandRequest } from '#commands/command-request.js';
import { notFound, unprocessable } from '#http/problem.js';
import { parseBody } from '#http/validate.js';
import { holdNick } from '../nick/hold-nick.js';
import { namesOf } from '../nick/names-of.js';
import { nickDecider, type NickCommand } from '../nick/nick.decider.js';
import { actorOf, PersonCommands } from '../person/person-commands.js';
import { KEYRING, PSEUDONYM_KEY } from '../tokens.js';

@Controller('commands')
export class PickNickController {
  constructor(
    @Inject(PersonCommands) private readonly commands: PersonCommands,
    @Inject(KEYRING) private readonly keyring: Keyring,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  @Post('pick-nick')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest, @Body() body: unknown) {
    const caller = await this.commands.callerOf(request, 'pick-nick');
    const wanted = parseBody(PickNick, body);
    const { personId } = caller;
    return this.commands.run({
      ...{ request, caller, wanted, decider: nickDecider },
      command: async ({ client }, occurredAt, person): Promise<NickCommand> => {
        const key = (await this.keyring.keysOf([personId])).get(personId);
        const names = key && namesOf(person, key);
        if (!key || !names) throw notFound('person');
        if (foldName(wanted.name) === foldName(names.original)) {
          throw unprocessable({ nick: ['is the name you came with; go back to that instead'] });
        }
        await holdNick(client, this.pseudonymKey, { personId, names }, wanted.name);
        const id = randomUUIDv7();
        const data = { personId, nick: seal(key, id, 'name', wanted.name), actor: actorOf(caller) };
        const event = { id, type: 'NickPicked' as const, occurredAt, data };
        return { type: 'PickNick', event, isTheirs: names.nick === wanted.name };
      },
    });
  }
}
