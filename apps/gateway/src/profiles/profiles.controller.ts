import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { readProfile, type Profile } from '#read-models/profile/read-profile.js';
import { notFound } from '#http/problem.js';
import type { Caller } from '#identity/caller.js';
import { AskedBy, ViewedBy } from '../callers/caller.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { Writes } from '../commands/writes.js';
import { Consistency } from '../consistency/consistency.js';
import { Gives, IsRead, IsWrite, MayBeAccepted, Refuses } from '../answers/route-documentation.js';
import { READ_POOL } from '../read-database/read-database.js';
import { ProfileAnswer } from './profile.answers.js';

@ApiTags('People')
@Controller('api/profiles/:username')
export class ProfilesController {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Consistency) private readonly consistency: Consistency,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What an account tells of itself; guests have no profile' })
  @Gives(200, 'The profile', ProfileAnswer)
  @IsRead()
  @Refuses(404)
  async read(
    @Param('username') username: string,
    @ViewedBy() viewer: Caller | undefined,
    @Req() request: FastifyRequest,
  ): Promise<ProfileAnswer> {
    await this.consistency.meet(request);
    return present(await this.find(username, viewer));
  }

  @Post('follow')
  @HttpCode(200)
  @ApiOperation({ summary: 'Follow an account' })
  @Gives(200, 'Followed', ProfileAnswer)
  @IsWrite()
  @MayBeAccepted()
  @Refuses(403, 404)
  follow(@Param('username') username: string, @AskedBy() caller: Caller, @InExchange() exchange: Exchange) {
    return this.change('follow-person', username, caller, exchange);
  }

  @Delete('follow')
  @ApiOperation({ summary: 'Follow an account no more' })
  @Gives(200, 'Not followed', ProfileAnswer)
  @IsWrite()
  @MayBeAccepted()
  @Refuses(403, 404)
  unfollow(@Param('username') username: string, @AskedBy() caller: Caller, @InExchange() exchange: Exchange) {
    return this.change('unfollow-person', username, caller, exchange);
  }

  private async change(command: string, username: string, caller: Caller, exchange: Exchange) {
    const write = await this.writes.begin(exchange);
    const { personId } = await this.find(username, caller);
    const changed = await this.writes.send(write, this.services.users, command, { followedId: personId });
    return this.writes.show(write, changed, async () => present(await this.find(username, caller)));
  }

  private async find(username: string, viewer: Caller | undefined): Promise<Profile> {
    const profile = await readProfile(this.pool, username, viewer?.personId);
    if (profile === undefined) throw notFound('profile');
    return profile;
  }
}

const present = ({ username, bio, image, following }: Profile): ProfileAnswer => ({
  profile: { username, bio, image, following },
});
