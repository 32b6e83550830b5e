import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { RegisterUser } from '#contracts/people/account.commands.js';
import { parseBody } from '#http/validate.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { Writes } from '../commands/writes.js';
import { Gives, IsWrite, Refuses, Takes } from '../answers/route-documentation.js';
import { UserAnswer } from './account.answers.js';
import { presentUser, type SignedInUser } from './signed-in-user.js';

const NewUser = z.object({ user: RegisterUser });

@ApiTags('People')
@Controller('api/users')
export class RegistrationController {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  /** Answers 201 even while the read model lags: the token in the answer is given nowhere else. */
  @Post()
  @ApiOperation({ summary: 'Register an account' })
  @Takes(NewUser)
  @Gives(201, 'Registered, and signed in', UserAnswer)
  @IsWrite()
  @Refuses(403)
  async register(@Body() body: unknown, @InExchange() exchange: Exchange): Promise<z.infer<typeof UserAnswer>> {
    const write = await this.writes.begin(exchange);
    const { user } = parseBody(NewUser, body);
    const registered = await this.writes.send<SignedInUser>(write, this.services.users, 'register', user);
    await this.writes.isShown(write, registered);
    return { user: presentUser(registered) };
  }
}
