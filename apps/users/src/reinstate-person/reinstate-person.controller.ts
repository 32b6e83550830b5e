import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { ReinstatePerson } from '#contracts/people/sanction.commands.js';
import type { Keyring } from '#keyring/keyring.js';
import { staffRoles } from '#policy/rule.js';
import type { CommandRequest } from '#commands/command-request.js';
import { parseBody } from '#http/validate.js';
import { actorOf, PersonCommands } from '../person/person-commands.js';
import { sanctionDecider, type SanctionCommand } from '../standing/sanction.decider.js';
import { sealNote } from '../standing/seal-note.js';
import { KEYRING } from '../tokens.js';

@Controller('commands')
export class ReinstatePersonController {
  constructor(
    @Inject(PersonCommands) private readonly commands: PersonCommands,
    @Inject(KEYRING) private readonly keyring: Keyring,
  ) {}

  @Post('reinstate-person')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest, @Body() body: unknown) {
    const caller = await this.commands.callerOf(request, 'reinstate-person');
    const wanted = parseBody(ReinstatePerson, body);
    const { personId, reason } = wanted;
    return this.commands.run({
      ...{ request, caller, personId, wanted, decider: sanctionDecider },
      command: async (_, occurredAt): Promise<SanctionCommand> => {
        const id = randomUUIDv7();
        const why = { reason, ...(await sealNote(this.keyring, personId, id, wanted.note)) };
        const event = {
          ...{ id, occurredAt, type: 'PersonReinstated' as const },
          data: { personId, ...why, actor: actorOf(caller) },
        };
        return { type: 'ReinstatePerson', event, byAdmin: caller.roles.includes('admin'), staff: staffRoles };
      },
    });
  }
}
