import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/commands.module.js';
import { env } from '../env.js';
import { JwksController } from './jwks.controller.js';
import { PUBLIC_KEYS, publicKeysOf } from './public-keys.js';
import { RefreshController } from './refresh.controller.js';
import { SessionsController } from './sessions.controller.js';
import { SignInController } from './sign-in.controller.js';

/** Signing in, refreshing, signing out; the keys that verify tokens. */
@Module({
  imports: [CommandsModule],
  controllers: [SignInController, RefreshController, SessionsController, JwksController],
  providers: [{ provide: PUBLIC_KEYS, useFactory: () => publicKeysOf(env.VERIFYING_KEYS_FILE) }],
})
export class SessionsModule {}
