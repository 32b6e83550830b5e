import { Inject, Injectable } from '@nestjs/common';
import type { Callers } from '#commands/callers.js';
import { clientAddressOf, type CommandRequest } from '#commands/command-request.js';
import { parseConsistencyToken } from '#commands/consistency-token.js';
import { unavailable } from '#http/problem.js';
import type { Caller, TokenHolder } from '#identity/caller.js';
import { TokenVerifier } from '#identity/tokens.js';
import { ruleOfCommand, type CommandName } from '#policy/policy.js';
import { requireGoodAddress, requireMayCommand } from '#policy/require-may.js';
import { PROGRESS } from '#projection/nest/listening.module.js';
import type { ProgressWaiter } from '#projection/wait-for-versions.js';
import { ReplicatedAddresses } from '../replicated-addresses.js';

const replicatedWithinMs = 1_000;

/** Determines the caller of a command from replicated data, once the versions that the gateway saw have arrived. */
@Injectable()
export class ReplicatedCallers implements Callers {
  constructor(
    @Inject(TokenVerifier) private readonly tokens: TokenVerifier,
    @Inject(PROGRESS) private readonly progress: ProgressWaiter,
    @Inject(ReplicatedAddresses) private readonly addresses: ReplicatedAddresses,
  ) {}

  async of<Found>(
    request: CommandRequest,
    command: CommandName,
    lookUp: (holder: TokenHolder) => Promise<Found>,
    judgesAddress = false,
  ): Promise<[Caller, Found]> {
    const authorization = request.headers['authorization'] as string | undefined;
    const holder = await this.tokens.identify(authorization);
    await this.waitUntilReplicated(request);
    const looksAtAddress = ruleOfCommand(command).inGoodStanding && !judgesAddress;
    const [found, ranges] = [
      lookUp(holder),
      looksAtAddress ? this.addresses.find(clientAddressOf(request)) : Promise.resolve([]),
    ];
    // Awaited after the checks: until then a failure must not count as an unhandled rejection.
    for (const begun of [found, ranges]) begun.catch(() => undefined);
    const caller = await this.tokens.verify(authorization);
    requireMayCommand(command, caller);
    requireGoodAddress(await ranges, new Date().toISOString());
    return [caller, await found];
  }

  /** Waits for the versions that the gateway saw. Without them the decision would use older facts than the gateway did. */
  private async waitUntilReplicated(request: CommandRequest): Promise<void> {
    const versions = parseConsistencyToken(request.headers['consistency-token'] as string | undefined);
    if (await this.progress.waitFor(versions, replicatedWithinMs)) return;
    throw unavailable('The latest news of this article or person has not arrived yet.', 1);
  }
}
