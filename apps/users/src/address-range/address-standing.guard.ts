import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { LOOK_UPS, POOL } from '#event-store/nest/event-store.module.js';
import { ruleOfCommand } from '#policy/policy.js';
import { requireGoodAddress } from '#policy/require-may.js';
import { clientAddressOf, type CommandRequest } from '#commands/command-request.js';
import type { SharedConnection } from '#postgres/shared-connection.js';
import type { Pool } from 'pg';
import { findRangesOf } from './find-ranges-of.js';
import { readAddressRangeNow } from './read-address-range.js';

const commandOf = (url: string) => /^\/commands\/([a-z-]+)$/.exec(url)?.[1];

/** Checks the sanctions against the client's address, for each command that requires good standing, strangers' included. */
@Injectable()
export class AddressStandingGuard implements CanActivate {
  constructor(
    @Inject(LOOK_UPS) private readonly lookUps: SharedConnection,
    @Inject(POOL) private readonly pool: Pool,
  ) {}

  /** @throws Problem 403 if a range that contains the address is suspended or banned. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<CommandRequest>();
    const command = commandOf(request.url);
    if (command !== undefined && ruleOfCommand(command).inGoodStanding) {
      await this.judge(clientAddressOf(request));
    }
    return true;
  }

  private async judge(address: string | undefined): Promise<void> {
    const now = new Date().toISOString();
    for (const rangeId of await findRangesOf(this.lookUps, address)) {
      const { state } = await readAddressRangeNow(this.pool, rangeId);
      requireGoodAddress([state ?? {}], now);
    }
  }
}
