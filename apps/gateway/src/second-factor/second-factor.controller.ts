import { Body, Controller, Delete, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  BeginSecondFactor,
  ConfirmSecondFactor,
  RemoveSecondFactor,
  RenewRecoveryCodes,
} from '#contracts/people/second-factor.commands.js';
import { parseBody } from '#http/validate.js';
import { type Exchange, InExchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { type Written, Writes } from '../commands/writes.js';
import { Gives, IsWrite, MayBeAccepted, Refuses, Takes } from '../answers/route-documentation.js';
import { PendingAnswer, RecoveryCodesAnswer } from './second-factor.answers.js';

const Beginning = z.object({ secondFactor: BeginSecondFactor });
const Confirming = z.object({ secondFactor: ConfirmSecondFactor });
const Renewing = z.object({ secondFactor: RenewRecoveryCodes });
const Removing = z.object({ secondFactor: RemoveSecondFactor });

type Codes = z.infer<typeof RecoveryCodesAnswer>['secondFactor'];

/** Answers with secrets are given even while the read model lags: no other answer has them. */
@ApiTags('People')
@Controller('api/user/second-factor')
export class SecondFactorController {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Post()
  @ApiOperation({ summary: 'A new secret for an app (TOTP); it is asked for once a first code has confirmed it' })
  @Takes(Beginning)
  @Gives(201, 'It waits for its first code', PendingAnswer)
  @IsWrite()
  @Refuses(403, 409)
  async begin(@Body() body: unknown, @InExchange() exchange: Exchange): Promise<z.infer<typeof PendingAnswer>> {
    const write = await this.writes.begin(exchange);
    const { secondFactor } = parseBody(Beginning, body);
    type Begun = Written & z.infer<typeof PendingAnswer>['secondFactor'];
    const sent = this.writes.send<Begun>(write, this.services.users, 'begin-second-factor', secondFactor);
    const { secret, uri } = await sent;
    return { secondFactor: { secret, uri } };
  }

  @Post('confirm')
  @HttpCode(200)
  @ApiOperation({ summary: 'Put the second factor to use by its first code; ends all other sessions' })
  @Takes(Confirming)
  @Gives(200, 'From now on signing in takes a code', RecoveryCodesAnswer)
  @IsWrite()
  @Refuses(403, 404, 409)
  async confirm(@Body() body: unknown, @InExchange() exchange: Exchange): Promise<z.infer<typeof RecoveryCodesAnswer>> {
    return this.codes(exchange, 'confirm-second-factor', parseBody(Confirming, body).secondFactor);
  }

  @Post('recovery-codes')
  @ApiOperation({ summary: 'New recovery codes, by a code; those of before are good no more' })
  @Takes(Renewing)
  @Gives(201, 'The new ones', RecoveryCodesAnswer)
  @IsWrite()
  @Refuses(403, 404)
  async renew(@Body() body: unknown, @InExchange() exchange: Exchange): Promise<z.infer<typeof RecoveryCodesAnswer>> {
    return this.codes(exchange, 'renew-recovery-codes', parseBody(Renewing, body).secondFactor);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove the second factor, by password and code' })
  @Takes(Removing)
  @IsWrite()
  @MayBeAccepted()
  @Refuses(403, 404)
  async remove(@Body() body: unknown, @InExchange() exchange: Exchange) {
    const write = await this.writes.begin(exchange);
    const { secondFactor } = parseBody(Removing, body);
    const removed = await this.writes.send(write, this.services.users, 'remove-second-factor', secondFactor);
    const shown = await this.writes.show(write, removed, () => Promise.resolve({ status: 'removed' as const }));
    return shown.status === 'removed' ? undefined : shown;
  }

  private async codes(exchange: Exchange, command: string, wanted: object) {
    const write = await this.writes.begin(exchange);
    const made = await this.writes.send<Written & Codes>(write, this.services.users, command, wanted);
    await this.writes.isShown(write, made);
    return { secondFactor: { recoveryCodes: made.recoveryCodes } };
  }
}
