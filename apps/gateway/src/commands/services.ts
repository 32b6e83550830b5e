import { env } from '../env.js';
import { CommandClient } from './command-client.js';

export const SERVICES = Symbol('SERVICES');

/** The write services, each by its commands. */
export interface Services {
  articles: CommandClient;
  comments: CommandClient;
  users: CommandClient;
}

export const connectServices = (): Services => ({
  articles: new CommandClient(env.ARTICLES_URL, env.COMMAND_KEY_FILE[0]),
  comments: new CommandClient(env.COMMENTS_URL, env.COMMAND_KEY_FILE[0]),
  users: new CommandClient(env.USERS_URL, env.COMMAND_KEY_FILE[0]),
});
