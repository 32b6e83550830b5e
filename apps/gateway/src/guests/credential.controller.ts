import { Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Gives, IsWrite } from '../answers/route-documentation.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { type Written, Writes } from '../commands/writes.js';
import { CredentialAnswer } from './guest.answers.js';

@ApiTags('People')
@Controller('api/me/token')
export class CredentialController {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  /** Answers 200 even while the read model lags: the token in the answer is given nowhere else. */
  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Another credential in place of mine, good for a year; for guests',
    description:
      'The one shown is good no more. Shown again within half a minute, by a guest who did not get the answer, it gives ' +
      'the same again.',
  })
  @Gives(200, 'Use this one from now on', CredentialAnswer)
  @IsWrite()
  async rotate(@InExchange() exchange: Exchange): Promise<z.infer<typeof CredentialAnswer>> {
    const write = await this.writes.begin(exchange);
    type Rotated = Written & { personId: string; token: string };
    const rotated = await this.writes.send<Rotated>(write, this.services.users, 'rotate-credential', {});
    await this.writes.isShown(write, rotated);
    return { guest: { id: rotated.personId, token: rotated.token } };
  }
}
