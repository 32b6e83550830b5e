import { describe, expect, test } from '@jest/globals';
import { manifestsOf, named } from './k8s/manifests.js';
import { workloadsOf } from './k8s/workloads.js';

// Every object that creates our pods, in each overlay: the rules of restricted Pod Security, and ours beyond it.
const all = (['local', 'production'] as const).flatMap((overlay) => {
  const { manifests } = manifestsOf(overlay);
  return workloadsOf(manifests).map((workload) => ({ overlay, manifests, ...workload }));
});

test('there are the six services, setup, the tools, and the stateful servers', () => {
  const names = (overlay: string) => all.filter((each) => each.overlay === overlay).map(({ name }) => name);
  const ours = ['articles', 'comments', 'gateway', 'projector', 'setup', 'tools', 'users', 'web'];
  expect(names('local').sort()).toEqual([...ours, 'kafka', 'postgres', 'redis'].sort());
  expect(names('production').sort()).toEqual(ours);
});

test('the namespace refuses what restricted Pod Security does', () => {
  const namespace = named(manifestsOf('local').manifests, 'Namespace', 'broadside');
  expect(namespace.metadata.labels).toMatchObject({ 'pod-security.kubernetes.io/enforce': 'restricted' });
});

test('no manifest contains a secret', () => {
  const { manifests } = manifestsOf('production');
  expect(manifests.filter(({ kind }) => kind === 'Secret')).toEqual([]);
});

describe.each(all)('$overlay: $kind $name', ({ name, pod, podLabels, container, manifests }) => {
  test('runs as an unprivileged user, by number, without escalation', () => {
    const { runAsUser, runAsGroup, fsGroup, ...context } = pod.securityContext;
    expect(context).toEqual({
      ...{ runAsNonRoot: true, fsGroupChangePolicy: 'OnRootMismatch' },
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(runAsUser).toBeGreaterThan(0);
    expect([runAsGroup, fsGroup]).toEqual([runAsUser, runAsUser]);
    expect(container['securityContext']).toEqual({
      ...{ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
    });
    expect(['hostNetwork', 'hostPID', 'hostIPC', 'initContainers'].map((field) => pod[field])).toEqual(
      Array(4).fill(undefined),
    );
    expect(pod.containers).toHaveLength(1);
  });

  test('has a service account of its own, without a token', () => {
    expect([pod['serviceAccountName'], pod['automountServiceAccountToken'], pod['enableServiceLinks']]).toEqual([
      ...[name, false, false],
    ]);
    expect(named(manifests, 'ServiceAccount', name).automountServiceAccountToken).toBe(false);
  });

  test('is labelled with its part, and requests resources', () => {
    expect(podLabels['broadside/part']).toBe(name);
    const { requests, limits } = container.resources;
    expect(Object.keys(requests).sort()).toEqual(['cpu', 'memory']);
    expect(limits['memory']).toMatch(/^\d+[MG]i$/);
  });

  test('mounts its own secrets, readable only by its group, and volumes with a size limit', () => {
    const { kafka, ...others } = Object.fromEntries(pod.volumes.map(({ name: of, ...source }) => [of, source]));
    if (kafka) expect(kafka).toMatchObject({ projected: { defaultMode: 0o440 } });
    for (const [of, source] of Object.entries(others)) {
      const secret = { secretName: `${name}-keys`, defaultMode: 0o440 };
      expect(source).toEqual(
        of === 'keys'
          ? { secret }
          : { emptyDir: expect.objectContaining({ sizeLimit: expect.stringMatching(/^\d+Mi$/) }) },
      );
    }
    expect(JSON.stringify(container['volumeMounts'])).not.toContain('subPath');
  });

  test('uses an image that is not pulled each time', () => {
    expect(container['imagePullPolicy']).toBe('IfNotPresent');
  });
});
