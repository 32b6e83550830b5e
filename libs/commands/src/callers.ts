import type { CommandName } from '#policy/policy.js';
import type { Caller, TokenHolder } from '#identity/caller.js';
import type { CommandRequest } from './command-request.js';

/** Determines who gives a command to a service, from what the service knows of people. */
export interface Callers {
  /**
   * @param lookUp a read that runs in parallel. It writes nothing, and its error counts only if the caller is permitted.
   * @param judgesAddress whether the command checks the caller's address itself.
   * @throws Problem 401; 403 if the policy forbids it to the caller or their address; 503 if the replicated data did not
   * catch up in time.
   */
  of<Found>(
    request: CommandRequest,
    command: CommandName,
    lookUp: (holder: TokenHolder) => Promise<Found>,
    judgesAddress?: boolean,
  ): Promise<[Caller, Found]>;
}
