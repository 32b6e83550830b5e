import { urlFiles } from '#installation/hand-out.js';
import { portsInside } from '#installation/arrows.js';
import { services, type ServiceName } from '#installation/services.js';

/**
 * A service's environment in a container, from the description of its needs: secrets by files in `/keys`, and the addresses
 * of services it calls. Brokers and an operator's settings are added elsewhere.
 */
export function environmentInside(name: ServiceName): Record<string, string> {
  const { postgres, keys, redis, calls } = services[name];
  const urls = [...Object.keys(postgres?.databases ?? {}), ...(redis ? ['REDIS_URL'] : [])];
  return Object.fromEntries([
    ...urls.map((variable) => [`${variable}_FILE`, `/keys/${urlFiles[variable]}`]),
    ...Object.entries(keys).map(([variable, file]) => [variable, `/keys/${file}`]),
    ...(name === 'users' ? [['ADMIN_FILE', '/keys/admin.json']] : []),
    ...calls.map((called) => [`${called.toUpperCase()}_URL`, `http://${called}:${portsInside.service}`]),
  ]) as Record<string, string>;
}
