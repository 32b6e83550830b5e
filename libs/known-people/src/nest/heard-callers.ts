import { Inject, Injectable } from '@nestjs/common';
import { requireMayCommand } from '#policy/require-may.js';
import { PROGRESS } from '#projection/nest/listening.module.js';
import type { ProgressWaiter } from '#projection/wait-for-versions.js';
import type { CommandRequest } from '#service/commands/command-request.js';
import { parseConsistencyToken } from '#service/consistency-token.js';
import { unavailable } from '#service/problem.js';
import { TokenVerifier, type Caller } from '#service/tokens.js';

const heardWithinMs = 1_000;

/** Who gives a command, by what this service has heard of them, once it has heard what the gateway had seen. */
@Injectable()
export class HeardCallers {
  constructor(
    @Inject(TokenVerifier) private readonly tokens: TokenVerifier,
    @Inject(PROGRESS) private readonly progress: ProgressWaiter,
  ) {}

  /** @throws Problem 401; 403 where the policy does not let them; 503 where the latest news has not arrived in time. */
  async of(request: CommandRequest, command: string): Promise<Caller> {
    const authorization = request.headers['authorization'] as string | undefined;
    await this.tokens.identify(authorization);
    await this.hear(request);
    const caller = await this.tokens.verify(authorization);
    requireMayCommand(command, caller);
    return caller;
  }

  /** What the gateway saw must have reached us too, else a decision would be on old facts. */
  private async hear(request: CommandRequest): Promise<void> {
    const versions = parseConsistencyToken(request.headers['consistency-token'] as string | undefined);
    if (await this.progress.waitFor(versions, heardWithinMs)) return;
    throw unavailable('The latest news of this article or person has not arrived yet.', 1);
  }
}
