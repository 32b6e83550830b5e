import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.js';
import { ErasureController } from './erasure.controller.js';

/** Being erased, and cancelling it. */
@Module({ imports: [CommandsModule], controllers: [ErasureController] })
export class ErasureModule {}
