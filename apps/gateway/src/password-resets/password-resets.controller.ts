import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { RequestPasswordReset, ResetPassword } from '#contracts/people/password-reset.commands.js';
import { Problem } from '#http/problem.js';
import { parseBody } from '#http/validate.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { type Written, Writes } from '../commands/writes.js';
import { Gives, IsWrite, Refuses, Takes } from '../answers/route-documentation.js';
import { personIdOf } from '../people/person-id.js';

const Requested = z.object({ passwordReset: RequestPasswordReset });
const Nothing = z.object({});
const Choosing = z.object({ passwordReset: ResetPassword });
const Issued = z.object({
  passwordReset: z.object({
    token: z.string().describe('for the link `/reset-password?token=…` of the site; it is given nowhere else'),
    expiresAt: z.iso.datetime(),
  }),
});

@ApiTags('People')
@Controller('api')
export class PasswordResetsController {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Post('users/password-resets')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Have a link mailed by which I choose another password',
    description: 'The answer is the same whether an account has the e-mail or not. A newer link replaces an older one.',
  })
  @Takes(Requested)
  @Gives(202, 'If an account has the e-mail, a mail is under way', Nothing)
  @IsWrite()
  @Refuses(501)
  async request(@Body() body: unknown, @InExchange() exchange: Exchange): Promise<object> {
    const write = await this.writes.begin(exchange);
    const { passwordReset } = parseBody(Requested, body);
    type Asked = Written & { sendsMail: boolean };
    const { users } = this.services;
    const { sendsMail } = await this.writes.send<Asked>(write, users, 'request-password-reset', passwordReset);
    if (sendsMail) return {};
    throw new Problem(501, {
      detail: 'This site sends no mail. Ask an admin for a link by which you choose a password.',
    });
  }

  @Post('users/password')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Choose another password, by the token of a link',
    description: 'A token works once, for 30 minutes. All sessions of the account end.',
  })
  @Takes(Choosing)
  @IsWrite()
  async choose(@Body() body: unknown, @InExchange() exchange: Exchange): Promise<void> {
    const write = await this.writes.begin(exchange);
    const { passwordReset } = parseBody(Choosing, body);
    const chosen = await this.writes.send(write, this.services.users, 'reset-password', passwordReset);
    await this.writes.isShown(write, chosen);
  }

  @Post('people/:id/password-resets')
  @ApiTags('Moderation')
  @ApiOperation({
    summary: 'Make a link by which an account gets another password, where it cannot be mailed',
    description:
      'To be handed to the person, and to nobody else: who has it has the account. It is logged who made it. Nobody makes one for themselves.',
  })
  @Gives(201, 'Made, in place of the account’s earlier link', Issued)
  @IsWrite()
  @Refuses(404)
  async issue(@Param('id') id: string, @InExchange() exchange: Exchange): Promise<z.infer<typeof Issued>> {
    const write = await this.writes.begin(exchange);
    type Made = Written & z.infer<typeof Issued>['passwordReset'];
    const command = { personId: personIdOf(id) };
    const made = await this.writes.send<Made>(write, this.services.users, 'issue-password-reset', command);
    await this.writes.isShown(write, made);
    return { passwordReset: { token: made.token, expiresAt: made.expiresAt } };
  }
}
