import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.js';
import { MeModule } from '../me/me.module.js';
import { CredentialController } from './credential.controller.js';
import { GuestsController } from './guests.controller.js';
import { LinkingController } from './linking.controller.js';

/** Creating a guest, issuing another credential, linking a guest to an account. */
@Module({
  imports: [CommandsModule, MeModule],
  controllers: [GuestsController, CredentialController, LinkingController],
})
export class GuestsModule {}
