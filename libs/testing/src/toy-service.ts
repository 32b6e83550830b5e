import { setTimeout as delay } from 'node:timers/promises';
import { Body, Controller, Get, Module, type OnModuleInit, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { bootstrapService } from '#process/bootstrap-service.js';
import { readEnv } from '#process/env.js';

const env = readEnv({ STARTS_AFTER_MS: z.coerce.number().default(0) });

/** A service that does nothing, with delays on request: for tests of what every service has. */
@Controller()
class ToyController {
  private begun = 0;

  @Get('after/:ms')
  async after(@Param('ms') ms: string) {
    this.begun += 1;
    await delay(Number(ms));
    return { after: ms };
  }

  @Get('begun')
  howMany() {
    return { begun: this.begun };
  }

  @Post('echo')
  echo(@Body() body: unknown) {
    return body;
  }
}

@Module({ controllers: [ToyController] })
class ToyModule implements OnModuleInit {
  async onModuleInit() {
    process.stdout.write('starting\n');
    await delay(env.STARTS_AFTER_MS);
  }
}

await bootstrapService({ name: 'toy', module: ToyModule, env });
