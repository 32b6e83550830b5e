import { expect, test } from '@jest/globals';
import { topics } from '#contracts/topics.js';
import { asVariable, kafkaSettings, singleBrokerSettings } from '#installation/kafka-settings.js';
import { postgresSettings } from '#installation/server-settings.js';
import { passedThrough } from '../apps/web/server/routes.js';
import { deadLetterTopics, serviceNames, services } from '#installation/services.js';
import { manifestsOf, named } from './k8s/manifests.js';
import { workloadsOf } from './k8s/workloads.js';

const local = workloadsOf(manifestsOf('local').manifests);
const { manifests: production, rendered } = manifestsOf('production');
const ofKind = (kind: string) => production.filter((manifest) => manifest.kind === kind);
const specOf = <Spec>(kind: string, name: string) => named(production, kind, name).spec as Spec;

test('the local overlay’s broker has the settings of every installation', () => {
  const { container } = local.find(({ name }) => name === 'kafka')!;
  const said = (container.env ?? []).map(({ name, value }) => [name, value]);
  const settings = Object.entries({ ...kafkaSettings, ...singleBrokerSettings });
  expect(Object.fromEntries(said)).toMatchObject(
    Object.fromEntries(settings.map(([setting, value]) => [asVariable(setting), value])),
  );
  expect(Object.fromEntries(said)).toMatchObject({ KAFKA_ADVERTISED_LISTENERS: 'PLAINTEXT://kafka-0.kafka:9092' });
});

test('the local overlay’s Postgres server has them too', () => {
  const { container } = local.find(({ name }) => name === 'postgres')!;
  const settings = Object.entries(postgresSettings).flatMap(([setting, value]) => ['-c', `${setting}=${value}`]);
  expect(container['args']).toEqual(['postgres', ...settings]);
});

test('the brokers of production have them too, and keep acknowledged records twice', () => {
  const { config, authorization, listeners } = specOf<{ kafka: Record<string, unknown> }>('Kafka', 'kafka').kafka;
  expect(config).toMatchObject({ ...kafkaSettings, 'default.replication.factor': 3, 'min.insync.replicas': 2 });
  expect(authorization).toEqual({ type: 'simple' });
  expect(listeners).toMatchObject([{ port: 9092, tls: true, authentication: { type: 'scram-sha-512' } }]);
});

test('the topics of production are those that setup creates', () => {
  const config = {
    ...{ 'retention.ms': -1, 'retention.bytes': -1, 'cleanup.policy': 'delete', 'max.message.bytes': 8_388_608 },
  };
  const made = ofKind('KafkaTopic').map(({ metadata, spec }) => [metadata.name, spec] as const);
  const wanted = [...Object.values(topics).map(({ name }) => name), ...deadLetterTopics()];
  expect(Object.fromEntries(made)).toEqual(
    Object.fromEntries(wanted.map((name) => [name, { partitions: 12, replicas: 3, config }])),
  );
});

test('every user of Kafka has a KafkaUser with only the rights it needs', () => {
  const users = new Map(ofKind('KafkaUser').map(({ metadata, spec }) => [metadata.name, spec]));
  const ofServices = serviceNames.filter((name) => services[name].kafka);
  expect([...users.keys()].sort()).toEqual([...ofServices, 'setup', 'tools', 'keda'].sort());
  type Acl = { resource: { type: string; name: string; patternType: string }; operations: string[] };
  type User = { authorization: { acls: Acl[] } };
  const may = (name: string) =>
    (users.get(name) as User).authorization.acls.map(({ resource, operations }) => {
      const named = resource.patternType === 'prefix' ? `${resource.name}…` : resource.name;
      return `${resource.type} ${named}: ${operations.join(', ')}`;
    });
  const [reads, writes] = [
    (topic: string) => `topic ${topic}: Read, Describe`,
    (topic: string) => `topic ${topic}: Write, Describe`,
  ];
  const replays = 'group read-topic-…: Read, Delete';
  const [articles, comments, people] = ['articles.events.v1', 'comments.events.v1', 'users.events.v1'] as const;
  expect(may('users')).toEqual([writes(people), reads(people), replays]);
  expect(may('articles')).toEqual([
    ...[writes(articles), reads(people), writes('articles.listening.dlq.v1'), 'group articles.…: Read', replays],
  ]);
  expect(may('comments')).toEqual([
    ...[
      writes(comments),
      reads(articles),
      reads(people),
      writes('comments.listening.dlq.v1'),
      'group comments.…: Read',
      replays,
    ],
  ]);
  expect(may('projector')).toEqual([
    ...[articles, comments, people].map(reads),
    ...[writes('projector.read-v1.dlq.v1'), 'group projector.…: Read', replays],
  ]);
  expect(may('setup')).toEqual(['topic *: Create, Describe']);
  expect(may('tools')).toEqual(['topic *: Read, Describe', replays]);
  expect(may('keda').filter((each) => !each.endsWith(': Describe'))).toEqual([]);
});

test.each([...serviceNames.filter((name) => services[name].kafka), 'setup', 'tools'])(
  '%s signs in to Kafka as itself',
  (name) => {
    if (!rendered) return;
    const { container, pod } = workloadsOf(production).find((each) => each.name === name)!;
    const said = Object.fromEntries((container.env ?? []).map((each) => [each.name, each.value]));
    expect(said).toMatchObject({
      KAFKA_SSL_CA_FILE: '/kafka/ca.crt',
      KAFKA_SASL_USERNAME: name,
      KAFKA_SASL_PASSWORD_FILE: '/kafka/password',
    });
    expect(JSON.stringify(pod.volumes)).toContain(
      `{"secret":{"items":[{"key":"password","path":"password"}],"name":"${name}"}}`,
    );
  },
);

test('Postgres of production has each commit twice before it is answered, and backs up', () => {
  type Cluster = { postgresql: Record<string, unknown>; plugins: unknown[] };
  const { postgresql, plugins } = specOf<Cluster>('Cluster', 'postgres');
  expect(postgresql['synchronous']).toEqual({ method: 'any', number: 1, dataDurability: 'required' });
  expect(postgresql['parameters']).toMatchObject({ max_connections: '200', timezone: 'UTC' });
  expect(plugins).toHaveLength(1);
  expect(ofKind('ScheduledBackup')).toHaveLength(1);
});

test('TLS ends at the Gateway, and plain HTTP is redirected', () => {
  const { listeners } = specOf<{ listeners: unknown[] }>('Gateway', 'broadside');
  expect(listeners[0]).toMatchObject({ protocol: 'HTTPS', tls: { mode: 'Terminate' } });
  const routes = ofKind('HTTPRoute').map(({ spec }) => spec as { parentRefs: { sectionName: string }[] });
  expect(routes.map(({ parentRefs }) => parentRefs[0]?.sectionName)).toEqual(['https', 'http']);
});

test('the API goes straight to the gateway, all else to the site', () => {
  type Rule = { matches: { path: { value: string } }[]; backendRefs: { name: string }[] };
  const [route] = ofKind('HTTPRoute').map(({ spec }) => spec as { rules: Rule[] });
  const ways = route?.rules.map(({ matches, backendRefs }) => [
    backendRefs[0]?.name,
    matches.map((one) => one.path.value),
  ]);
  const passed = [...new Set(passedThrough.map((path) => path.replace(/\/\*$/, '')))];
  expect(ways).toEqual([
    ['gateway', passed],
    ['web', ['/']],
  ]);
});
