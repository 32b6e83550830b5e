import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { type CommandRequest, seenOf } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { PSEUDONYM_KEY } from '#commands/nest/tokens.js';
import { ChangeRole } from '#contracts/people/role.commands.js';
import { personStream } from '../person/person-stream.js';
import { guardName } from '../standing/guard-name.js';
import { roleDecider } from '../standing/role.decider.js';

@Controller('commands')
export class RevokeRoleController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  @Post('revoke-role')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'revoke-role', ChangeRole, ({ wanted, by }) => ({
      of: personStream(wanted.personId),
      decider: roleDecider,
      seen: seenOf(request, wanted.personId),
      sealedFor: [wanted.personId],
      command: { ...by, type: 'RevokeRole' as const, ...wanted },
      alongside: ({ client, keys }) => guardName(client, this.pseudonymKey, wanted.personId, keys.get(wanted.personId)),
    }));
  }
}
