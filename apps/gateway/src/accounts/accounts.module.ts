import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.js';
import { ConsistencyModule } from '../consistency/consistency.module.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { AccountController } from './account.controller.js';
import { RegistrationController } from './registration.controller.js';

/** Registering an account, reading and changing one's own. */
@Module({
  imports: [CommandsModule, ConsistencyModule, ReadDatabaseModule],
  controllers: [RegistrationController, AccountController],
})
export class AccountsModule {}
