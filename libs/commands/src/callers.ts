import type { CommandName } from '#policy/policy.js';
import type { Caller, TokenHolder } from '#identity/caller.js';
import type { CommandRequest } from './command-request.js';

/** Who gives commands to a service, by what it knows of them. */
export interface Callers {
  /**
   * @param lookUp what is read beside. It writes nothing, and what it throws counts only for a caller who may.
   * @param judgesAddress whether the command judges by itself where it comes from.
   * @throws Problem 401; 403 where the policy does not let them, or not from their address; 503 where the latest news has
   * not arrived in time.
   */
  of<Found>(
    request: CommandRequest,
    command: CommandName,
    lookUp: (holder: TokenHolder) => Promise<Found>,
    judgesAddress?: boolean,
  ): Promise<[Caller, Found]>;
}
