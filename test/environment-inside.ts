import { urlFiles } from '#installation/hand-out.js';
import { portsInside } from '#installation/arrows.js';
import { services, type ServiceName } from '#installation/services.js';

/**
 * What a service in a container is told, by the description of what it needs: secrets by files in `/keys`, and where the
 * services are that it calls. Brokers and an operator's settings come beside it.
 */
export function environmentInside(name: ServiceName): Record<string, string> {
  const { databases, keys, redis, calls } = services[name];
  const urls = [...Object.keys(databases), ...(redis ? ['REDIS_URL'] : [])];
  return Object.fromEntries([
    ...urls.map((variable) => [`${variable}_FILE`, `/keys/${urlFiles[variable]}`]),
    ...Object.entries(keys).map(([variable, file]) => [variable, `/keys/${file}`]),
    ...(name === 'users' ? [['ADMIN_FILE', '/keys/admin.json']] : []),
    ...calls.map((called) => [`${called.toUpperCase()}_URL`, `http://${called}:${portsInside.service}`]),
  ]) as Record<string, string>;
}
