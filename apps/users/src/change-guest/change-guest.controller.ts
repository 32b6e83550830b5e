import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ChangeGuest } from '#contracts/people/guest.commands.js';
import type { Keyring } from '#keyring/keyring.js';
import type { CommandRequest } from '#commands/command-request.js';
import { notFound } from '#http/problem.js';
import { parseBody } from '#http/validate.js';
import { PersonCommands } from '../person/person-commands.js';
import { personDecider, type PersonCommand } from '../person/person.decider.js';
import { requireFreeName } from '../person/require-free-name.js';
import { KEYRING, PSEUDONYM_KEY } from '../tokens.js';
import { guestChanged, whatChanges } from './guest-changed.js';
import { guestDetailsOf } from './guest-details.js';

@Controller('commands')
export class ChangeGuestController {
  constructor(
    @Inject(PersonCommands) private readonly commands: PersonCommands,
    @Inject(KEYRING) private readonly keyring: Keyring,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  @Post('change-guest')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest, @Body() body: unknown) {
    const caller = await this.commands.callerOf(request, 'change-guest');
    const wanted = parseBody(ChangeGuest, body);
    const { personId } = caller;
    return this.commands.run({
      ...{ request, caller, wanted, decider: personDecider },
      command: async ({ client }, at, person): Promise<PersonCommand> => {
        const key = (await this.keyring.keysOf([personId])).get(personId);
        const details = key && guestDetailsOf(person, key);
        if (!key || !details) throw notFound('person');
        const change = whatChanges(details, wanted);
        if (Object.keys(change).length === 0) return { type: 'ChangeGuest' };
        const { name } = change;
        if (name !== undefined) await requireFreeName(client, this.pseudonymKey, { name, field: 'name', personId });
        return { type: 'ChangeGuest', event: guestChanged(personId, change, key, at) };
      },
    });
  }
}
