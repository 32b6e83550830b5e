import { urlOf } from './databases.js';
import { services, type ServiceName } from './services.js';
import type { Passwords } from './set-up-databases.js';

/** The URL of each database that a service uses, by the variable that holds it. @param server any URL of the server. */
export function urlsOfService(name: ServiceName, server: string, passwords: Passwords): Record<string, string> {
  const { postgres } = services[name];
  if (!postgres) return {};
  const { role, databases } = postgres;
  const urls = Object.entries(databases).map(([variable, of]) => [variable, urlOf(server, of, role, passwords[role])]);
  return Object.fromEntries(urls) as Record<string, string>;
}
