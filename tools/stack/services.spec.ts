import { afterEach, expect, test } from '@jest/globals';
import { portsFrom } from './ports.js';
import { serviceProcesses, type ServicesOptions } from './services.js';

const options = {
  ...{ root: '/checkout', logs: '/logs', ports: portsFrom(3000), keys: {}, adminFile: '/admin.json', replicas: 2 },
  ...{ passwords: {}, postgresUrl: 'postgresql://postgres@127.0.0.1:3010/postgres', brokers: ['127.0.0.1:3011'] },
} as unknown as ServicesOptions;
const started = (more: Partial<ServicesOptions>) => {
  const processes = serviceProcesses({ ...options, ...more });
  return Object.fromEntries(processes.map(({ spec }) => [spec.name, spec]));
};

const own = process.env['TRUSTED_PROXIES'];
afterEach(() => {
  if (own === undefined) delete process.env['TRUSTED_PROXIES'];
  else process.env['TRUSTED_PROXIES'] = own;
});

test('the site stands before both gateways, which believe it and the operator’s proxies who asks', () => {
  process.env['TRUSTED_PROXIES'] = '192.0.2.1';
  const { web, gateway, 'gateway-2': second } = started({ site: true });
  expect(web?.env).toMatchObject({
    ...{ PORT: '3000', GATEWAY_URL: 'http://127.0.0.1:3014,http://127.0.0.1:3034', TRUSTED_PROXIES: '192.0.2.1' },
  });
  expect(web?.args.at(-1)).toBe('/checkout/dist/apps/web/server/main.js');
  expect([gateway, second].map((each) => each?.env?.['TRUSTED_PROXIES'])).toEqual(Array(2).fill('127.0.0.1,192.0.2.1'));
});

test('the site gets no secret, no database and no broker', () => {
  const { web } = started({ site: true });
  const common = ['MALLOC_ARENA_MAX', 'NODE_ENV', 'HOST', 'PORT', 'MANAGEMENT_PORT'];
  const ofOperator = ['LOG_LEVEL', 'DRAIN_SECONDS', 'START_WITHIN_SECONDS', 'TRUSTED_PROXIES'];
  const names = Object.keys(web?.env ?? {}).filter((name) => ![...common, ...ofOperator].includes(name));
  expect(names).toEqual(['GATEWAY_URL']);
});

test('without the site a gateway believes nobody', () => {
  delete process.env['TRUSTED_PROXIES'];
  const processes = started({});
  expect(Object.keys(processes)).not.toContain('web');
  expect(processes['gateway']?.env?.['TRUSTED_PROXIES']).toBeUndefined();
});
