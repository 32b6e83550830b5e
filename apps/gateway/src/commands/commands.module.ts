import { Module } from '@nestjs/common';
import { ConsistencyModule } from '../consistency/consistency.module.js';
import { ServicesLifecycle } from './services-lifecycle.js';
import { connectServices, SERVICES } from './services.js';
import { Writes } from './writes.js';

/** Sends commands to the services. */
@Module({
  imports: [ConsistencyModule],
  providers: [{ provide: SERVICES, useFactory: connectServices }, ServicesLifecycle, Writes],
  exports: [SERVICES, Writes],
})
export class CommandsModule {}
