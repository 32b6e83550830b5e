import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.js';
import { ConsistencyModule } from '../consistency/consistency.module.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { FollowedController } from './followed.controller.js';
import { ProfilesController } from './profiles.controller.js';

/** Profiles of accounts, and following them. */
@Module({
  imports: [CommandsModule, ConsistencyModule, ReadDatabaseModule],
  controllers: [ProfilesController, FollowedController],
})
export class ProfilesModule {}
