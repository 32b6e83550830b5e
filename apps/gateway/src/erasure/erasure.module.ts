import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.js';
import { ErasureController } from './erasure.controller.js';

/** Requesting an erasure, and cancelling it. */
@Module({ imports: [CommandsModule], controllers: [ErasureController] })
export class ErasureModule {}
