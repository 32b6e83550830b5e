import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.js';
import { PasswordResetsController } from './password-resets.controller.js';

/** Links by which somebody gets another password. */
@Module({ imports: [CommandsModule], controllers: [PasswordResetsController] })
export class PasswordResetsModule {}
