import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.js';
import { SecondFactorController } from './second-factor.controller.js';

/** The second factor of one's own account. */
@Module({ imports: [CommandsModule], controllers: [SecondFactorController] })
export class SecondFactorModule {}
