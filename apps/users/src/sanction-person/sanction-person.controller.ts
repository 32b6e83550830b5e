import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { SanctionPerson } from '#contracts/people/sanction.commands.js';
import type { Keyring } from '#keyring/keyring.js';
import { staffRoles } from '#policy/rule.js';
import type { CommandRequest } from '#commands/command-request.js';
import { parseBody } from '#http/validate.js';
import { actorOf, PersonCommands } from '../person/person-commands.js';
import { sanctionDecider, type SanctionCommand } from '../standing/sanction.decider.js';
import { sealNote } from '../standing/seal-note.js';
import { KEYRING } from '../tokens.js';

const eventTypes = {
  warn: 'PersonWarned',
  suspend: 'PersonSuspended',
  ban: 'PersonBanned',
  premoderate: 'PersonPremoderated',
} as const;

@Controller('commands')
export class SanctionPersonController {
  constructor(
    @Inject(PersonCommands) private readonly commands: PersonCommands,
    @Inject(KEYRING) private readonly keyring: Keyring,
  ) {}

  @Post('sanction-person')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest, @Body() body: unknown) {
    const caller = await this.commands.callerOf(request, 'sanction-person');
    const wanted = parseBody(SanctionPerson, body);
    const { personId, kind, until, reason } = wanted;
    return this.commands.run({
      ...{ request, caller, personId, wanted, decider: sanctionDecider },
      command: async (_, occurredAt): Promise<SanctionCommand> => {
        const id = randomUUIDv7();
        const why = { reason, ...(await sealNote(this.keyring, personId, id, wanted.note)) };
        const data = { personId, ...why, ...(kind !== 'warn' && { until }), actor: actorOf(caller) };
        const event = { id, occurredAt, type: eventTypes[kind], data };
        const byAdmin = caller.roles.includes('admin');
        return { type: 'SanctionPerson', event, byAdmin, staff: staffRoles } as SanctionCommand;
      },
    });
  }
}
