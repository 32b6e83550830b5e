import { randomUUID } from 'node:crypto';
import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Gives, IsRead } from '../answers/route-documentation.js';
import type { AskingRequest } from '../callers/caller.js';
import { headersOf } from '../commands/forwarded-headers.js';
import { OperationsAnswer } from './operations.answers.js';
import { Operations } from './operations.js';

@ApiTags('Operation')
@Controller('api/operations')
export class OperationsController {
  constructor(@Inject(Operations) private readonly operations: Operations) {}

  @Get()
  @ApiOperation({
    summary: 'How the installation works: services, outboxes, projections, dead letters',
    description: 'What the gateway can learn within two seconds. Dead letters are replayed by `npm run dead-letters`.',
  })
  @Gives(200, 'As it is now', OperationsAnswer)
  @IsRead()
  read(@Req() request: AskingRequest): Promise<OperationsAnswer> {
    return this.operations.now(headersOf(request, randomUUID(), {}));
  }
}
