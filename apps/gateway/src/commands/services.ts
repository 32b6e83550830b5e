import { env } from '../env.js';
import { CommandClient } from './command-client.js';

export const SERVICES = Symbol('SERVICES');

/** The services that decide, each by its commands. */
export interface Services {
  articles: CommandClient;
  comments: CommandClient;
  users: CommandClient;
}

export const connectServices = (): Services => ({
  articles: new CommandClient(env.ARTICLES_URL),
  comments: new CommandClient(env.COMMENTS_URL),
  users: new CommandClient(env.USERS_URL),
});
