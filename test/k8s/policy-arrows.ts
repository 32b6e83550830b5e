import type { Manifest } from './manifests.js';

interface Selector {
  matchLabels?: Record<string, string>;
  matchExpressions?: { key: string; operator: string; values?: string[] }[];
}
interface Peer {
  podSelector?: Selector;
  namespaceSelector?: Selector;
  ipBlock?: { cidr: string };
}
interface Rule {
  from?: Peer[];
  to?: Peer[];
  ports?: { port: number; protocol?: string }[];
}
interface Policy {
  podSelector: Selector;
  policyTypes: string[];
  ingress?: Rule[];
  egress?: Rule[];
}

const part = 'broadside/part';

/** The parts that a selector names, `*` for every part. */
function partsOf({ matchLabels = {}, matchExpressions = [] }: Selector): string[] {
  const [expression, ...others] = matchExpressions;
  if (others.length > 0) throw new Error('a policy selects by more than one expression');
  if (expression?.operator === 'Exists') return [expression.key === part ? '*' : expression.key];
  if (expression?.operator === 'In' && expression.key === part) return expression.values ?? [];
  return Object.entries(matchLabels).map(([key, value]) => (key === part ? value : `${key}=${value}`));
}

function peersOf(peers: Peer[] | undefined): string[] {
  if (peers === undefined) return ['anyone'];
  return peers.flatMap(({ podSelector, namespaceSelector, ipBlock }) => {
    if (ipBlock) return [ipBlock.cidr];
    const pods = podSelector ? partsOf(podSelector) : [];
    if (!namespaceSelector) return pods;
    const [namespace = 'any namespace'] = partsOf(namespaceSelector);
    const ofOperator = /^broadside\/(monitoring|ingress)=true$/.exec(namespace)?.[1];
    if (ofOperator !== undefined) return [ofOperator];
    return pods.length > 0 ? pods.map((pod) => `${namespace}/${pod}`) : [namespace];
  });
}

/** What the policies permit, as `from > to : port`, sorted. */
export function policyArrows(manifests: Manifest[]): { ingress: string[]; egress: string[] } {
  const policies = manifests.filter(({ kind }) => kind === 'NetworkPolicy').map(({ spec }) => spec as Policy);
  const arrowsOf = (rule: Rule, peers: string[], arrow: (peer: string, port: string) => string) =>
    peers.flatMap((peer) =>
      (rule.ports ?? [undefined]).map((port) =>
        arrow(peer, port ? `${port.port}${port.protocol === 'UDP' ? '/udp' : ''}` : 'any'),
      ),
    );
  const all = (direction: 'ingress' | 'egress') =>
    policies.flatMap((policy) =>
      (policy[direction] ?? []).flatMap((rule) =>
        partsOf(policy.podSelector).flatMap((own) =>
          direction === 'ingress'
            ? arrowsOf(rule, peersOf(rule.from), (peer, port) => `${peer} > ${own} : ${port}`)
            : arrowsOf(rule, peersOf(rule.to), (peer, port) => `${own} > ${peer} : ${port}`),
        ),
      ),
    );
  return { ingress: all('ingress').sort(), egress: all('egress').sort() };
}
