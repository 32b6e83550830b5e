import { describe, expect, test } from '@jest/globals';
import { arrows } from '#installation/arrows.js';
import { manifestsOf, named } from './k8s/manifests.js';
import { policyArrows } from './k8s/policy-arrows.js';

const written = ({ from, to, port }: { from: string; to: string; port: number }) => `${from} > ${to} : ${port}`;
const dns = ['* > kubernetes.io/metadata.name=kube-system/k8s-app=kube-dns : 53'];
/** Ports open to anyone are not listed for single clients. */
const open = new Set(
  arrows()
    .filter(({ from }) => from === 'anyone')
    .map(({ to, port }) => `${to} ${port}`),
);
const isNamed = ({ from, to, port }: { from: string; to: string; port: number }) =>
  from === 'anyone' || !open.has(`${to} ${port}`);
const isFromInside = ({ from }: { from: string }) => !['anyone', 'monitoring', 'ingress'].includes(from);

/** What production opens in addition, for operators and to the outside. */
const production = {
  ingress: [
    'cnpg.io/cluster=postgres > cnpg.io/cluster=postgres : 5432',
    'cnpg.io/cluster=postgres > cnpg.io/cluster=postgres : 8000',
    'kubernetes.io/metadata.name=cnpg-system > cnpg.io/cluster=postgres : 5432',
    'kubernetes.io/metadata.name=cnpg-system > cnpg.io/cluster=postgres : 8000',
    'kubernetes.io/metadata.name=keda > kafka : 9092',
  ],
  egress: [
    'cnpg.io/cluster=postgres > anyone : any',
    'strimzi.io/cluster=kafka > anyone : any',
    'users > 192.0.2.0/24 : 6379',
    'gateway > 192.0.2.0/24 : 6379',
  ],
};

describe.each([
  ['local', { ingress: [], egress: [] }],
  ['production', production],
] as const)('%s', (overlay, beyond) => {
  const { manifests } = manifestsOf(overlay);

  test('no connection is permitted without a policy', () => {
    expect(named(manifests, 'NetworkPolicy', 'default-deny').spec).toEqual({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
    });
    for (const { kind, spec } of manifests) {
      if (kind !== 'NetworkPolicy') continue;
      const { ingress, egress, policyTypes } = spec as { ingress?: unknown; egress?: unknown; policyTypes: string[] };
      if (ingress) expect(policyTypes).toContain('Ingress');
      if (egress) expect(policyTypes).toContain('Egress');
    }
  });

  test('the policies permit exactly the connections of an installation', () => {
    const { ingress, egress } = policyArrows(manifests);
    expect(ingress).toEqual([...arrows().filter(isNamed).map(written), ...beyond.ingress].sort());
    expect(egress).toEqual(
      [
        ...arrows().filter(isFromInside).map(written),
        ...dns,
        ...dns.map((rule) => `${rule}/udp`),
        ...beyond.egress,
      ].sort(),
    );
  });
});

test('the gateway cannot reach Kafka, and no command service reaches another', () => {
  const { egress } = policyArrows(manifestsOf('local').manifests);
  expect(egress.filter((arrow) => arrow.startsWith('gateway > kafka'))).toEqual([]);
  expect(egress.filter((arrow) => /^(users|articles|comments|projector) > .* : 3000/.test(arrow))).toEqual([]);
});
