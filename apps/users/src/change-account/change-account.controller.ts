import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { PSEUDONYM_KEY } from '#commands/nest/tokens.js';
import { ChangeAccount } from '#contracts/people/account.commands.js';
import { POOL } from '#event-store/nest/event-store.module.js';
import type { Keys } from '#keyring/event-codec.js';
import type { SealingTransaction } from '#keyring/sealing-event-store.js';
import type { Pool, PoolClient } from 'pg';
import { pipelined } from '#postgres/pipelined.js';
import { giveBack } from '../budget/give-back.js';
import { deleteResetsOf } from '../password-reset/delete-resets-of.js';
import { formerStreams } from '../person/former-streams.js';
import { hashPassword } from '../person/password-hash.js';
import { passwordGuess } from '../person/password-guess.js';
import { personDecider, requirePresentPassword } from '../person/person.decider.js';
import { personStream } from '../person/person-stream.js';
import { profileOf } from '../person/profile.js';
import type { PersonBefore } from '../person/read-person.js';
import { requireSamePassword } from '../person/require-same-password.js';
import { storeCredentials } from '../person/store-credentials.js';
import { endSessionsWithPassword } from '../session/end-sessions-with-password.js';
import { moveNames } from './move-names.js';
import { type Judged, judgePresent, presentPassword } from './present-password.js';

type Wanted = Omit<ChangeAccount, 'password' | 'currentPassword'>;

interface LookUp {
  caller: { personId: string; sessionId: string };
  before: PersonBefore;
  wanted: Wanted;
  judged: Judged;
  passwordHash: string | undefined;
}

interface Repetition {
  personId: string;
  password: string | undefined;
  judged: Judged;
  /** ISO 8601. */
  at: string;
}

@Controller('commands')
export class ChangeAccountController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(POOL) private readonly pool: Pool,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  @Post('change-account')
  @HttpCode(200)
  handle(@Req() request: CommandRequest) {
    return this.commands.run(request, 'change-account', ChangeAccount, async ({ wanted, caller, by }) => {
      const { password, currentPassword: _, ...profile } = wanted;
      const { personId, sessionId } = caller;
      const judged = await judgePresent(this.pool, { personId, wanted, at: by.at });
      const passwordHash = password && (await hashPassword(password));
      return {
        of: personStream(personId),
        decider: personDecider,
        sealedFor: Object.keys(profile).length > 0 ? [personId] : [],
        sameIn: { ...profile, password: passwordHash !== undefined },
        command: async ({ client, keys }, before: PersonBefore) => ({
          ...{ ...by, type: 'ChangeAccount' as const, personId, newPassword: Boolean(passwordHash) },
          ...(await this.lookUp(client, keys, { caller, before, wanted: profile, judged, passwordHash })),
          endedSessions: passwordHash ? await endSessionsWithPassword(client, { personId, but: sessionId }) : [],
        }),
        formerStreams: (kept) => formerStreams(kept, personId),
        ...(passwordHash && this.withPassword(personId, passwordHash)),
        onRepeat: () => this.repeat({ personId, password, judged, at: by.at }),
      };
    });
  }

  private withPassword(personId: string, passwordHash: string) {
    return {
      alongside: async ({ client }: SealingTransaction<PoolClient>) => {
        await pipelined([deleteResetsOf(client, personId), storeCredentials(client, personId, passwordHash)]);
      },
    };
  }

  private async repeat({ personId, password, judged, at }: Repetition): Promise<void> {
    if (password !== undefined) await requireSamePassword(this.pool, personId, password);
    // By now the present password is the new one: what was shown first was no guess.
    if (judged !== 'not shown' && !judged.passwordHash) await giveBack(this.pool, passwordGuess(personId), at);
  }

  /** @throws Rejection before names are locked: a change that is refused makes nobody wait */
  private async lookUp(client: PoolClient, keys: Keys, { caller, before, wanted, judged, passwordHash }: LookUp) {
    const { personId } = caller;
    const shown = await presentPassword(client, judged, caller);
    const key = keys.get(personId);
    const profile = key && profileOf(before, key);
    if (!profile) return { wanted, profile, presentPassword: shown, taken: [], looksLikeStaff: false };
    const { username, email } = wanted;
    const change = {
      ...(username !== undefined && username !== profile.username && { username }),
      ...(email !== undefined && email !== profile.email && { email }),
    };
    if (passwordHash || 'email' in change) requirePresentPassword(shown);
    const names = await moveNames(client, this.pseudonymKey, { profile, change, personId });
    return { wanted, profile, presentPassword: shown, ...names };
  }
}
