import { Inject, Injectable } from '@nestjs/common';
import { ruleOfCommand } from '#policy/policy.js';
import { requireGoodAddress, requireMayCommand } from '#policy/require-may.js';
import { PROGRESS } from '#projection/nest/listening.module.js';
import type { ProgressWaiter } from '#projection/wait-for-versions.js';
import { clientAddressOf, type CommandRequest } from '#commands/command-request.js';
import { parseConsistencyToken } from '#commands/consistency-token.js';
import { unavailable } from '#http/problem.js';
import type { Caller, TokenHolder } from '#identity/caller.js';
import { TokenVerifier } from '#identity/tokens.js';
import { HeardAddresses } from '../heard-addresses.js';

const heardWithinMs = 1_000;

/** Who gives a command, by what this service has heard of them, once it has heard what the gateway had seen. */
@Injectable()
export class HeardCallers {
  constructor(
    @Inject(TokenVerifier) private readonly tokens: TokenVerifier,
    @Inject(PROGRESS) private readonly progress: ProgressWaiter,
    @Inject(HeardAddresses) private readonly addresses: HeardAddresses,
  ) {}

  /**
   * @throws Problem 401; 403 where the policy does not let them, or not from their address; 503 where the latest news has
   * not arrived in time.
   */
  async of(request: CommandRequest, command: string): Promise<Caller> {
    const { inGoodStanding } = ruleOfCommand(command);
    const [caller, ranges] = await this.withLookUp(request, command, () =>
      inGoodStanding ? this.addresses.find(clientAddressOf(request)) : Promise.resolve([]),
    );
    requireGoodAddress(ranges, new Date().toISOString());
    return caller;
  }

  /**
   * As `of`, for who looks at the address themselves.
   * @param lookUp what is read beside, once what the gateway had seen is heard; it writes nothing, and what it throws counts
   * only for a caller who may.
   * @throws as `of`
   */
  async withLookUp<Found>(
    request: CommandRequest,
    command: string,
    lookUp: (holder: TokenHolder) => Promise<Found>,
  ): Promise<[Caller, Found]> {
    const authorization = request.headers['authorization'] as string | undefined;
    const holder = await this.tokens.identify(authorization);
    await this.hear(request);
    const found = lookUp(holder);
    found.catch(() => undefined);
    const caller = await this.tokens.verify(authorization);
    requireMayCommand(command, caller);
    return [caller, await found];
  }

  /** What the gateway saw must have reached us too, else a decision would be on old facts. */
  private async hear(request: CommandRequest): Promise<void> {
    const versions = parseConsistencyToken(request.headers['consistency-token'] as string | undefined);
    if (await this.progress.waitFor(versions, heardWithinMs)) return;
    throw unavailable('The latest news of this article or person has not arrived yet.', 1);
  }
}
