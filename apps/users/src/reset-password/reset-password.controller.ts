import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { PSEUDONYM_KEY } from '#commands/nest/tokens.js';
import { ResetPassword } from '#contracts/people/password-reset.commands.js';
import { POOL } from '#event-store/nest/event-store.module.js';
import { unprocessable } from '#http/problem.js';
import type { Pool } from 'pg';
import { findReset } from '../password-reset/find-reset.js';
import { linkIsOver, passwordResetDecider } from '../password-reset/password-reset.decider.js';
import { resetIdOf } from '../password-reset/reset-token.js';
import { useReset } from '../password-reset/use-reset.js';
import { hashPassword } from '../person/password-hash.js';
import { personStream } from '../person/person-stream.js';
import { requireSamePassword } from '../person/require-same-password.js';
import { storeCredentials } from '../person/store-credentials.js';
import { endSessionsWithPassword } from '../session/end-sessions-with-password.js';

@Controller('commands')
export class ResetPasswordController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  @Post('reset-password')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'reset-password', ResetPassword, async ({ wanted, by }) => {
      const { id, personId } = await this.linkOf(wanted.token);
      const passwordHash = await hashPassword(wanted.password);
      return {
        of: personStream(personId),
        decider: passwordResetDecider,
        sameIn: { id },
        command: async ({ client }) => {
          const isUsable = await useReset(client, id, personId);
          const endedSessions = isUsable ? await endSessionsWithPassword(client, { personId }) : [];
          return { ...by, type: 'ResetPassword' as const, personId, isUsable, endedSessions };
        },
        alongside: ({ client }) => storeCredentials(client, personId, passwordHash),
        answer: () => ({ personId }),
        onRepeat: () => requireSamePassword(this.pool, personId, wanted.password),
      };
    });
  }

  /** @throws Problem 422 before the password is hashed: a made-up token costs nothing. */
  private async linkOf(token: string): Promise<{ id: string; personId: string }> {
    const id = resetIdOf(this.pseudonymKey, token);
    const personId = id && (await findReset(this.pool, id));
    if (!id || !personId) throw unprocessable({ token: [linkIsOver] });
    return { id, personId };
  }
}
