import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Login } from '#contracts/people/person.commands.js';
import { Problem } from '#http/problem.js';
import { parseBody } from '#http/validate.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { Writes } from '../commands/writes.js';
import { Gives, IsWrite, Refuses, Takes } from '../answers/route-documentation.js';
import { UserAnswer } from '../accounts/account.answers.js';
import { presentUser, type SignedInUser } from '../accounts/signed-in-user.js';

const Credentials = z.object({ user: Login });

/** Marks a sign-in whose password fits, and which lacks the code alone: that is no guess, and is not limited as one. */
function refuse({ request }: Exchange, error: unknown): never {
  if (error instanceof Problem && error.errors?.['code']?.[0] === 'required') request.lacksCode = true;
  throw error;
}

@ApiTags('People')
@Controller('api/users/login')
export class SignInController {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Sign in to an account',
    description:
      'Where the account has a second factor and no `code` is sent, or not a right one, the 401 says so in `errors.code`: ' +
      '`required` or `invalid`. A code is good once.',
  })
  @Takes(Credentials)
  @Gives(200, 'Signed in', UserAnswer)
  @IsWrite()
  @Refuses(401, 403)
  async signIn(@Body() body: unknown, @InExchange() exchange: Exchange): Promise<z.infer<typeof UserAnswer>> {
    const write = await this.writes.begin(exchange);
    const { user } = parseBody(Credentials, body);
    const signedIn = await this.writes
      .send<SignedInUser>(write, this.services.users, 'login', user)
      .catch((error: unknown) => refuse(exchange, error));
    // Sign-in writes nothing else. It answers 200 even while the read model lags, because no other answer has the
    // token.
    if (user.guestToken !== undefined) await this.writes.isShown(write, signedIn);
    return { user: presentUser(signedIn) };
  }
}
