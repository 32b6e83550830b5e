import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { RefreshSession } from '#contracts/people/account.commands.js';
import { parseBody } from '#http/validate.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { Writes } from '../commands/writes.js';
import { Gives, IsWrite, Refuses, Takes } from '../answers/route-documentation.js';
import { UserAnswer } from '../accounts/account.answers.js';
import { presentUser, type SignedInUser } from '../accounts/signed-in-user.js';

const Refreshing = z.object({ user: RefreshSession });

@ApiTags('People')
@Controller('api/users/refresh')
export class RefreshController {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'The next access and refresh token of a session',
    description:
      'A refresh token is good once. Shown again within half a minute, by a client that did not get the answer, it ' +
      'gives the same refresh token again; later, or when the one after it was used, it ends the session.',
  })
  @Takes(Refreshing)
  @Gives(200, 'Refreshed', UserAnswer)
  @IsWrite()
  @Refuses(401)
  async refresh(@Body() body: unknown, @InExchange() exchange: Exchange): Promise<z.infer<typeof UserAnswer>> {
    const write = await this.writes.begin(exchange);
    const { user } = parseBody(Refreshing, body);
    const refreshed = await this.writes.send<SignedInUser>(write, this.services.users, 'refresh-session', user);
    return { user: presentUser(refreshed) };
  }
}
