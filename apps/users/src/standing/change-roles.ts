import { Inject, Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { ChangeRole } from '#contracts/people/role.commands.js';
import type { Keyring } from '#keyring/keyring.js';
import { seal } from '#keyring/seal.js';
import type { CommandRequest } from '#commands/command-request.js';
import { notFound } from '#http/problem.js';
import { parseBody } from '#http/validate.js';
import { isStaff } from '#policy/rule.js';
import type { PoolClient } from 'pg';
import { actorOf, PersonCommands } from '../person/person-commands.js';
import type { PersonNow } from '../person/person.state.js';
import { profileOf } from '../person/profile.js';
import { free } from '../person/free.js';
import { staffNameHash } from '../person/reservation-hashes.js';
import { guardStaffName } from '../person/staff-names.js';
import { KEYRING, PSEUDONYM_KEY } from '../tokens.js';
import { roleDecider, type RoleCommand } from './role.decider.js';

const changes = {
  'grant-role': { type: 'GrantRole', event: 'RoleGranted' },
  'revoke-role': { type: 'RevokeRole', event: 'RoleRevoked' },
} as const;

/** Gives a role or takes it. Who comes to act for the site is protected from look-alikes, as long as they do. */
@Injectable()
export class ChangeRoles {
  constructor(
    @Inject(PersonCommands) private readonly commands: PersonCommands,
    @Inject(KEYRING) private readonly keyring: Keyring,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  async run(request: CommandRequest, body: unknown, command: keyof typeof changes) {
    const caller = await this.commands.callerOf(request, command);
    const wanted = parseBody(ChangeRole, body);
    const { personId, role } = wanted;
    const { type, event: eventType } = changes[command];
    return this.commands.run({
      ...{ request, caller, personId, wanted, decider: roleDecider },
      command: async (_, occurredAt) => {
        const key = (await this.keyring.keysOf([personId])).get(personId);
        if (!key) throw notFound('person');
        const id = randomUUIDv7();
        const reason = seal(key, id, 'note', wanted.reason);
        const data = { personId, role, reason, actor: actorOf(caller) };
        return { type, event: { id, occurredAt, type: eventType, data } } as RoleCommand;
      },
      alongside: ({ client }, _, person) => this.guardName(client, personId, person),
    });
  }

  private async guardName(client: PoolClient, personId: string, person: PersonNow): Promise<void> {
    const key = (await this.keyring.keysOf([personId])).get(personId);
    const profile = profileOf(person, key);
    if (!profile) return;
    if (isStaff(profile.roles)) await guardStaffName(client, this.pseudonymKey, profile.username, personId);
    else await free(client, 'staff-name', staffNameHash(this.pseudonymKey, profile.username), personId);
  }
}
