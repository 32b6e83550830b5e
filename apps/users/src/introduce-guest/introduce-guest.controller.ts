import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { PSEUDONYM_KEY } from '#commands/nest/tokens.js';
import { IntroduceGuest } from '#contracts/people/person.commands.js';
import type { TokenSigner } from '#identity/token-signer.js';
import { formerStreams } from '../person/former-streams.js';
import { peekName } from '../person/peek-name.js';
import { newPersonStream } from '../person/person-stream.js';
import { personDecider } from '../person/person.decider.js';
import { SIGNER } from '../tokens.js';
import { guestLifetimeSeconds } from './guest-lifetime.js';

@Controller('commands')
export class IntroduceGuestController {
  constructor(
    @Inject(Commands) private readonly commands: Commands,
    @Inject(SIGNER) private readonly signer: TokenSigner,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  /** The token is signed again for every repetition, so that the stored answer holds no token. */
  @Post('introduce-guest')
  @HttpCode(201)
  async handle(@Req() request: CommandRequest) {
    const { personId, issuedAt, streams } = await this.introduce(request, randomUUIDv7());
    const caller = { personId, kind: 'guest' as const, roles: [], sessionId: personId };
    const token = await this.signer.sign(caller, { issuedAt, lifetimeSeconds: guestLifetimeSeconds });
    return { personId, token, streams };
  }

  private introduce(request: CommandRequest, personId: string) {
    return this.commands.run(request, 'introduce-guest', IntroduceGuest, ({ wanted, by }) => ({
      of: newPersonStream(personId),
      decider: personDecider,
      newKeyFor: personId,
      command: async ({ client }) => {
        const nameStanding = await peekName(client, this.pseudonymKey, { name: wanted.name, personId });
        const actor = { kind: 'person' as const, id: personId };
        return { ...by, actor, type: 'IntroduceGuest' as const, ...wanted, personId, nameStanding };
      },
      answer: () => ({ personId, issuedAt: by.at }),
      formerStreams,
    }));
  }
}
