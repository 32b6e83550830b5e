import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { PSEUDONYM_KEY } from '#commands/nest/tokens.js';
import { IssuePasswordReset } from '#contracts/people/password-reset.commands.js';
import type { PersonEvent } from '#contracts/events.js';
import { eventOf } from '#decider/event-of.js';
import { passwordResetDecider } from '../password-reset/password-reset.decider.js';
import { resetTokenOf } from '../password-reset/reset-token.js';
import { storeReset } from '../password-reset/store-reset.js';
import { personStream } from '../person/person-stream.js';
import { findSignInEmail } from './find-sign-in-email.js';

@Controller('commands')
export class IssuePasswordResetController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  /** The stored answer has the id of the link. The token is derived anew for each repetition, and stored nowhere. */
  @Post('issue-password-reset')
  @HttpCode(201)
  async handle(@Req() request: CommandRequest) {
    const issued = await this.issue(request, randomUUID());
    return {
      token: resetTokenOf(this.pseudonymKey, issued.resetId),
      expiresAt: issued.expiresAt,
      streams: issued.streams,
    };
  }

  private issue(request: CommandRequest, id: string) {
    return this.commands.run(request, 'issue-password-reset', IssuePasswordReset, ({ wanted: { personId }, by }) => ({
      of: personStream(personId),
      decider: passwordResetDecider,
      command: async ({ client }) => {
        const emailHash = await findSignInEmail(client, personId);
        const expiresAt = emailHash === undefined ? null : await storeReset(client, { emailHash, id, byMail: false });
        return {
          ...by,
          type: 'IssuePasswordReset' as const,
          personId,
          expiresAt: expiresAt && expiresAt.toISOString(),
        };
      },
      answer: ({ events }: { events: PersonEvent[] }) => ({
        personId,
        resetId: id,
        expiresAt: eventOf(events, 'PasswordResetIssued')?.data.expiresAt,
      }),
    }));
  }
}
