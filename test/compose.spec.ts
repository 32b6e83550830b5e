import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { literalAddress } from '#contracts/people/network.js';
import { isIn } from '#http/client-address.js';
import { trustedProxiesVar } from '#http/trusted-proxies.js';
import { asVariable, kafkaSettings, singleBrokerSettings } from '#installation/kafka-settings.js';
import { postgresSettings } from '#installation/server-settings.js';
import {
  allocatorSettings,
  entryOf,
  loadedFirst,
  nodeFlagsOf,
  serviceNames,
  services,
} from '#installation/services.js';
import { environmentInside } from './environment-inside.js';

interface Service {
  environment: Record<string, string | number>;
  volumes?: string[];
  ports?: string[];
  networks: string[];
  command: string[];
  [setting: string]: unknown;
}

const proxies = 'TRUSTED_PROXIES';
const root = join(import.meta.dirname, '..');
const compose = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
};
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');
const service = (name: string) => compose.services[name]!;

describe.each(serviceNames)('compose: %s', (name) => {
  test('gets the variables that its description needs, and settings of its own', () => {
    const { environment } = service(name);
    const { KAFKA_BROKERS: brokers, ...others } = environment;
    expect(brokers).toBe(services[name].kafka ? 'kafka:9092' : undefined);
    const isSetting = ([variable]: [string, unknown]) => services[name].settings.test(variable);
    const told = Object.entries(others);
    expect(Object.fromEntries(told.filter((entry) => !isSetting(entry)))).toEqual(environmentInside(name));
    // A setting is the operator's, or the default.
    const ofOperator = told.filter(isSetting).filter(([variable]) => !(name === 'gateway' && variable === proxies));
    for (const [variable, value] of ofOperator) expect(value).toMatch(new RegExp(`^\\$\\{${variable}:-`));
  });

  test('gets only its own secrets, read-only', () => {
    const { volumes, read_only, cap_drop, security_opt } = service(name);
    expect(volumes).toEqual(name === 'web' ? undefined : [`keys-${name}:/keys:ro`]);
    expect([read_only, cap_drop, security_opt]).toEqual([true, ['ALL'], ['no-new-privileges:true']]);
  });
});

test('compose: only the site is published, and the gateway believes it alone who asks', () => {
  const published = Object.entries(compose.services).filter(([, { ports }]) => ports !== undefined);
  expect(published.map(([name, { ports }]) => [name, ports])).toEqual([['web', ['127.0.0.1:${PORT:-3000}:3000']]]);
  const { networks, environment } = service('gateway');
  expect(networks).toEqual(['inside']);
  const trusted = trustedProxiesVar.parse(environment[proxies]);
  // Networks that Docker gives; no address of the internet.
  expect(['172.18.0.3', '10.1.2.3', '192.168.32.4'].map((one) => isIn(trusted, literalAddress(one)!))).not.toContain(
    false,
  );
  expect(isIn(trusted, literalAddress('192.0.2.1')!)).toBe(false);
});

test('compose: the broker and the Postgres server have the settings of every installation', () => {
  const settings = Object.entries({ ...kafkaSettings, ...singleBrokerSettings });
  const said = Object.entries(service('kafka').environment).map(([name, value]) => [name, String(value)]);
  expect(Object.fromEntries(said)).toMatchObject(
    Object.fromEntries(settings.map(([setting, value]) => [asVariable(setting), value])),
  );
  const flags = Object.entries(postgresSettings).flatMap(([setting, value]) => ['-c', `${setting}=${value}`]);
  expect(service('postgres').command).toEqual(['postgres', ...flags]);
});

test('images: a service is started as npm start does it', () => {
  const entryPointOf = (stage: string) => {
    const [, found = '[]'] =
      new RegExp(`^FROM ${stage}\\n[^]*?^ENTRYPOINT (\\[[^\\]]+\\])`, 'm').exec(dockerfile) ?? [];
    return JSON.parse(found.replaceAll('\\\n', '')) as string[];
  };
  for (const name of serviceNames)
    expect(entryPointOf(name === 'web' ? 'service AS web' : 'runtime AS service')).toEqual([
      ...['node', ...nodeFlagsOf(name), '--import', `./dist/${loadedFirst}`],
    ]);
  for (const [variable, value] of Object.entries(allocatorSettings))
    expect(dockerfile).toContain(`${variable}=${value}`);
  for (const name of serviceNames) expect(dockerfile).toContain(`CMD ["dist/${entryOf(name)}"]`);
});
