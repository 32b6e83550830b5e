import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { SERVICES, type Services } from './services.js';

/** Closes the connections to the services when no request is left. */
@Injectable()
export class ServicesLifecycle implements OnApplicationShutdown {
  constructor(@Inject(SERVICES) private readonly services: Services) {}

  async onApplicationShutdown(): Promise<void> {
    const { articles, comments, users } = this.services;
    await Promise.all([articles.close(), comments.close(), users.close()]);
  }
}
