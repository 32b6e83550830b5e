import { Inject, Injectable } from '@nestjs/common';
import type { Callers } from '#commands/callers.js';
import type { CommandRequest } from '#commands/command-request.js';
import type { Caller, TokenHolder } from '#identity/caller.js';
import { TokenVerifier } from '#identity/tokens.js';
import type { CommandName } from '#policy/policy.js';
import { requireMayCommand } from '#policy/require-may.js';

/** Determines a command's caller from the authoritative data of this service. A guard checks addresses. */
@Injectable()
export class AuthoritativeCallers implements Callers {
  constructor(@Inject(TokenVerifier) private readonly verifier: TokenVerifier) {}

  async of<Found>(
    request: CommandRequest,
    command: CommandName,
    lookUp: (holder: TokenHolder) => Promise<Found>,
  ): Promise<[Caller, Found]> {
    const caller = await this.verifier.verify(request.headers['authorization'] as string | undefined);
    requireMayCommand(command, caller);
    return [caller, await lookUp(caller)];
  }
}
