import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { RegisterUser } from '#contracts/people/account.commands.js';
import { topics } from '#contracts/topics.js';
import { handleCommand } from '#event-store/handle-command.js';
import { EVENT_STORE, POOL } from '#event-store/nest/event-store.module.js';
import type { PostgresEventStore } from '#event-store/postgres-event-store.js';
import type { Keyring } from '#keyring/keyring.js';
import { answerCommand } from '#commands/answer-command.js';
import { idempotencyOf, metadataNow, type CommandRequest } from '#commands/command-request.js';
import type { Versions } from '#commands/consistency-token.js';
import type { TokenSigner } from '#identity/token-signer.js';
import { parseBody } from '#http/validate.js';
import type { Pool, PoolClient } from 'pg';
import { GuestLinks } from '../link-guest/guest-links.js';
import { hashPassword } from '../person/password-hash.js';
import { personDecider, type PersonCommand } from '../person/person.decider.js';
import { requireSamePassword } from '../person/require-same-password.js';
import { storeCredentials } from '../person/store-credentials.js';
import { takeNames } from '../person/take-names.js';
import type { SessionTimes } from '../session/session-times.js';
import { signSession } from '../session/sign-session.js';
import { startSession } from '../session/start-session.js';
import { KEYRING, PSEUDONYM_KEY, SESSION_TIMES, SIGNER } from '../tokens.js';
import { userRegistered } from './user-registered.js';

@Controller('commands')
export class RegisterController {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(EVENT_STORE) private readonly store: PostgresEventStore,
    @Inject(KEYRING) private readonly keyring: Keyring,
    @Inject(SIGNER) private readonly signer: TokenSigner,
    @Inject(SESSION_TIMES) private readonly times: SessionTimes,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
    @Inject(GuestLinks) private readonly links: GuestLinks,
  ) {}

  @Post('register')
  @HttpCode(201)
  async handle(@Req() request: CommandRequest, @Body() body: unknown) {
    const wanted = parseBody(RegisterUser, body);
    return answerCommand(async () => {
      const newId = randomUUIDv7();
      const { guestToken } = wanted;
      const guestId = guestToken === undefined ? undefined : await this.links.guestOf(guestToken, 'guestToken');
      const registered = await this.register(request, wanted, newId, guestId);
      const { personId, version, guest, sessionId, startedAt } = registered;
      if (personId !== newId) await requireSamePassword(this.pool, personId, wanted.password);
      const token = await signSession(this.signer, {
        ...{ id: sessionId, personId, roles: ['reader'], issuedAt: startedAt },
        lifetimeSeconds: this.times.sessionSeconds,
      });
      const { username, email } = wanted;
      const streams = { [`person-${personId}`]: version, ...guest };
      return { personId, token, username, email, bio: null, image: null, streams };
    });
  }

  private async register(
    request: CommandRequest,
    { username, email, password }: RegisterUser,
    personId: string,
    guestId: string | undefined,
  ) {
    const passwordHash = await hashPassword(password);
    const metadata = metadataNow();
    const startedAt = new Date(metadata.recordedAt);
    const expiresAt = new Date(startedAt.getTime() + this.times.sessionSeconds * 1_000);
    const sessionId = randomUUIDv7();
    const guest: Versions = {};
    return handleCommand(this.store, {
      stream: `person-${personId}`,
      isNew: true,
      topic: topics.users.name,
      key: personId,
      decider: personDecider,
      command: ({ client }) => this.prepare(client, personId, { username, email }, metadata.recordedAt),
      idempotency: idempotencyOf(request, {
        caller: undefined,
        command: { username, email, guestId },
        pseudonymKey: this.pseudonymKey,
      }),
      metadata,
      alongside: async (transaction) => {
        const { client } = transaction;
        await storeCredentials(client, personId, passwordHash);
        await startSession(client, { id: sessionId, personId, startedAt, expiresAt });
        if (guestId === undefined) return;
        guest[`person-${guestId}`] = await this.links.link(transaction, { guestId, accountId: personId }, metadata);
      },
      answer: (version) => ({ personId, version, guest, sessionId, startedAt: metadata.recordedAt }),
    });
  }

  private async prepare(
    client: PoolClient,
    personId: string,
    names: { username: string; email: string },
    now: string,
  ): Promise<PersonCommand> {
    await takeNames(client, this.pseudonymKey, names, personId);
    // Only now, for a name that is free: a key is kept for ever.
    await this.keyring.createKeys([personId]);
    const key = (await this.keyring.keysOf([personId])).get(personId);
    if (!key) throw new Error('the key that was just made is not there');
    return { type: 'RegisterUser', event: userRegistered(personId, names, key, now) };
  }
}
