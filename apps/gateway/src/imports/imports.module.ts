import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.js';
import { ImportsController } from './imports.controller.js';

/** Importing archives. */
@Module({ imports: [CommandsModule], controllers: [ImportsController] })
export class ImportsModule {}
