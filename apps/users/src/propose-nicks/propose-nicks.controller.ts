import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { POOL } from '#event-store/nest/event-store.module.js';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { Nothing } from '#contracts/nothing.js';
import type { Pool } from 'pg';
import { findHeld } from '../person/find-held.js';
import { nameSkeleton } from '../person/name-skeleton.js';
import { usernameHash } from '../person/reservation-hashes.js';
import { isOfficialName } from '../person/staff-names.js';
import { PSEUDONYM_KEY } from '#commands/nest/tokens.js';
import { picANic } from './pic-a-nic.js';

const proposals = 5;
const candidates = 20;

/** A read with a command's route: only this service knows which names are held. */
@Controller('commands')
export class ProposeNicksController {
  constructor(
    @Inject(POOL) private readonly pool: Pool,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(PSEUDONYM_KEY) private readonly pseudonymKey: Buffer,
  ) {}

  /** Free at this moment; another person may take one before it is picked. */
  @Post('propose-nicks')
  @HttpCode(200)
  async handle(@Req() request: CommandRequest) {
    await this.commands.ask(request, 'propose-nicks', Nothing);
    const invented = [...new Set(Array.from({ length: candidates }, () => picANic(Math.random)))];
    const hashOf = (nick: string) => usernameHash(this.pseudonymKey, nick);
    const held = await findHeld(this.pool, 'username', invented.map(hashOf));
    const free = invented.filter((nick) => !held.has(hashOf(nick)) && !isOfficialName(nameSkeleton(nick)));
    return { nicks: free.slice(0, proposals) };
  }
}
