import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { portsInside } from '#installation/arrows.js';
import { serviceNames, services } from '#installation/services.js';
import { requestsEndMs } from '#process/shut-down.js';
import { environmentInside } from './environment-inside.js';
import { k8sFolder, manifestsOf, named, type Manifest } from './k8s/manifests.js';
import { workloadsOf } from './k8s/workloads.js';

const dockerfile = readFileSync(join(k8sFolder, '../Dockerfile'), 'utf8');
const drainMs = Number(/DRAIN_SECONDS=(\d+)/.exec(dockerfile)?.[1]) * 1_000;
const letGoMs = 5_000;

const settingsOf = (manifests: Manifest[]) => named(manifests, 'ConfigMap', /^settings/);

const { manifests, rendered } = manifestsOf('local');
const deployments = workloadsOf(manifests).filter(({ kind }) => kind === 'Deployment');

test('every service is a Deployment, and nothing else is', () => {
  expect(deployments.map(({ name }) => name).sort()).toEqual([...serviceNames].sort());
});

describe.each(serviceNames)('%s', (name) => {
  const { spec, pod, container } = deployments.find((each) => each.name === name)!;
  const variables = container.env ?? [];

  test('gets the variables that its description needs', () => {
    const said = variables.filter(({ value }) => value !== undefined).map((each) => [each.name, each.value]);
    expect(Object.fromEntries(said)).toEqual(environmentInside(name));
  });

  test('gets its own settings of the operator', () => {
    const settings = settingsOf(manifests);
    const handed = variables.flatMap(({ name: variable, valueFrom }) => (valueFrom ? [{ variable, valueFrom }] : []));
    for (const { variable, valueFrom } of handed) {
      // It has a password in it.
      if (variable === 'SMTP_URL') {
        expect(valueFrom).toEqual({ secretKeyRef: { name: 'mail', key: 'SMTP_URL', optional: true } });
        continue;
      }
      const { name: from, key } = valueFrom.configMapKeyRef;
      // Behind the site and the ingress, others are believed.
      const isGateways = name === 'gateway' && variable === 'TRUSTED_PROXIES';
      const setting = isGateways ? 'TRUSTED_BY_GATEWAY' : variable;
      expect([from, key]).toEqual([rendered ? settings.metadata.name : 'settings', setting]);
      expect(Object.keys(settings.data ?? {})).toContain(key);
    }
    const names = handed.map(({ variable }) => variable);
    expect(names.includes('KAFKA_BROKERS')).toBe(services[name].kafka);
    expect(names.filter((each) => each !== 'KAFKA_BROKERS' && !services[name].settings.test(each))).toEqual([]);
    expect(container['envFrom']).toEqual(
      name === 'gateway' ? [{ configMapRef: { name: 'limits', optional: true } }] : undefined,
    );
  });

  test('is probed on its management port', () => {
    const { service, management } = portsInside;
    expect(container['ports']).toEqual([
      { name: 'http', containerPort: service },
      { name: 'management', containerPort: management },
    ]);
    const probe = (path: string, more: object) => ({ httpGet: { path, port: 'management' }, ...more });
    expect([container['startupProbe'], container['readinessProbe'], container['livenessProbe']]).toEqual([
      probe('/health/live', { periodSeconds: 1, timeoutSeconds: 2, failureThreshold: 60 }),
      probe('/health/ready', { periodSeconds: 2, timeoutSeconds: 2, failureThreshold: 2 }),
      probe('/health/live', { periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 }),
    ]);
    expect(Number(settingsOf(manifests).data?.['START_WITHIN_SECONDS'])).toBeLessThan(60);
  });

  test('requests the resources that were measured', () => {
    expect(container.resources).toEqual({
      requests: { cpu: '50m', memory: '160Mi' },
      limits: { memory: ['projector', 'gateway'].includes(name) ? '512Mi' : '384Mi' },
    });
  });

  test('is replaced one by one, each with time to end', () => {
    expect(spec.strategy).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } });
    expect(pod.terminationGracePeriodSeconds * 1_000).toBeGreaterThan(drainMs + requestsEndMs + letGoMs);
  });

  test('has at least two pods, on different nodes if possible, which are never all away at once', () => {
    const scales = name === 'gateway' || name === 'web';
    const scaler = scales ? named(manifests, 'HorizontalPodAutoscaler', name).spec : undefined;
    expect((scaler as { minReplicas: number } | undefined)?.minReplicas ?? spec.replicas).toBe(2);
    expect(named(manifests, 'PodDisruptionBudget', name).spec).toEqual({
      ...{ maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow' },
      selector: { matchLabels: { 'broadside/part': name } },
    });
    const spreads = pod['topologySpreadConstraints'] as { topologyKey: string; whenUnsatisfiable: string }[];
    expect(spreads.map((each) => [each.topologyKey, each.whenUnsatisfiable])).toEqual([
      ['kubernetes.io/hostname', 'ScheduleAnyway'],
      ['topology.kubernetes.io/zone', 'ScheduleAnyway'],
    ]);
  });

  test('has a Service of its name if others call it', () => {
    const services = manifests.filter(({ kind, metadata }) => kind === 'Service' && metadata.name === name);
    const ports = { ports: [{ name: 'http', port: portsInside.service, targetPort: 'http' }] };
    const selector = { selector: { 'broadside/part': name } };
    expect(services.map(({ spec: of }) => of)).toEqual(name === 'projector' ? [] : [{ ...ports, ...selector }]);
  });
});

test('in production KEDA scales the projectors by their lag', () => {
  const production = manifestsOf('production');
  const { minReplicaCount, maxReplicaCount, triggers } = named(production.manifests, 'ScaledObject', 'projector')
    .spec as { minReplicaCount: number; maxReplicaCount: number; triggers: { metadata: { consumerGroup: string } }[] };
  expect([minReplicaCount, maxReplicaCount]).toEqual([2, 12]);
  expect(triggers.map(({ metadata }) => metadata.consumerGroup)).toEqual(
    ['comments', 'articles', 'users'].map((topic) => `projector.read-v1.${topic}.events.v1`),
  );
  const projector = workloadsOf(production.manifests).find(({ name }) => name === 'projector');
  if (production.rendered) expect(projector?.spec.replicas).toBeUndefined();
});
