import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { asVariable, kafkaSettings, singleBrokerSettings } from '#installation/kafka-settings.js';
import { postgresSettings } from '#installation/server-settings.js';
import { allocatorSettings, loadedFirst, nodeFlags, serviceNames, services } from '#installation/services.js';
import { environmentInside } from './environment-inside.js';

interface Service {
  environment: Record<string, string | number>;
  volumes: string[];
  command: string[];
  [setting: string]: unknown;
}

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
    for (const [variable, value] of told.filter(isSetting)) expect(value).toMatch(new RegExp(`^\\$\\{${variable}:-`));
  });

  test('gets only its own secrets, read-only', () => {
    const { volumes, read_only, cap_drop, security_opt } = service(name);
    expect(volumes).toEqual([`keys-${name}:/keys:ro`]);
    expect([read_only, cap_drop, security_opt]).toEqual([true, ['ALL'], ['no-new-privileges:true']]);
  });
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
  const [, entrypoint = ''] = /^FROM runtime AS service\n[^]*?^ENTRYPOINT (\[[^\]]+\])/m.exec(dockerfile) ?? [];
  expect(JSON.parse(entrypoint.replaceAll('\\\n', ''))).toEqual([
    ...['node', ...nodeFlags, '--import', `./dist/${loadedFirst}`],
  ]);
  for (const [variable, value] of Object.entries(allocatorSettings))
    expect(dockerfile).toContain(`${variable}=${value}`);
  for (const name of serviceNames) expect(dockerfile).toContain(`CMD ["dist/apps/${name}/src/main.js"]`);
});
