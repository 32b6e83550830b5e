import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { IntroduceGuest } from '#contracts/people/person.commands.js';
import { parseBody } from '#http/validate.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { type Written, Writes } from '../commands/writes.js';
import { Gives, IsWrite, Takes } from '../answers/route-documentation.js';
import { GuestAnswer } from './guest.answers.js';

const NewGuest = z.object({ guest: IntroduceGuest });

@ApiTags('People')
@Controller('api/guests')
export class GuestsController {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  /** Answers 201 even while the read model lags: the token in the answer is given nowhere else. */
  @Post()
  @ApiOperation({ summary: 'Introduce oneself as a guest: a name is enough' })
  @Takes(NewGuest)
  @Gives(201, 'Known from now on, by this token', GuestAnswer)
  @IsWrite()
  async introduce(@Body() body: unknown, @InExchange() exchange: Exchange): Promise<z.infer<typeof GuestAnswer>> {
    const write = await this.writes.begin(exchange);
    const { guest } = parseBody(NewGuest, body);
    type Introduced = Written & { personId: string; token: string };
    const introduced = await this.writes.send<Introduced>(write, this.services.users, 'introduce-guest', guest);
    await this.writes.isShown(write, introduced);
    return { guest: { id: introduced.personId, name: guest.name, token: introduced.token } };
  }
}
