import { Controller, HttpCode, Inject, Optional, Post, Req, type Type } from '@nestjs/common';
import type { Pool } from 'pg';
import type { CommandRequest } from '#commands/command-request.js';
import { Commands } from '#commands/commands.js';
import { Nothing } from '#contracts/nothing.js';
import { POOL } from '#event-store/nest/event-store.module.js';
import { HealthChecks } from '#process/health-checks.js';
import type { BatchProjector } from '#projection/nest/batch-projector.js';
import { PROJECTOR } from '#projection/nest/listening.module.js';
import { describeService } from './describe-service.js';

/** A read with a command's route: what a service knows of its own operation, for admins. */
export function describeOperationOf(service: string): Type {
  @Controller('commands')
  class DescribeOperationController {
    constructor(
      @Inject(POOL) private readonly pool: Pool,
      @Inject(Commands) private readonly commands: Commands,
      @Inject(HealthChecks) private readonly health: HealthChecks,
      @Optional() @Inject(PROJECTOR) private readonly projector: BatchProjector | undefined,
    ) {}

    @Post('describe-operation')
    @HttpCode(200)
    async handle(@Req() request: CommandRequest) {
      await this.commands.ask(request, 'describe-operation', Nothing);
      const { pool, health, projector } = this;
      return describeService({ service, pool, health, listening: projector?.described });
    }
  }
  return DescribeOperationController;
}
