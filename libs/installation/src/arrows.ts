import { serviceNames, services, type ServiceName } from './services.js';

/** The port of each part where each has its own address: in containers and on Kubernetes. */
export const portsInside = { service: 3_000, management: 3_005, postgres: 5_432, kafka: 9_092, redis: 6_379 } as const;

export interface Arrow {
  /** A service, `setup`, `tools`, `monitoring`, `ingress` (what leads from outside to the API), or `anyone`. */
  from: string;
  to: ServiceName | 'postgres' | 'kafka' | 'redis';
  port: number;
}

const { service, management, postgres, kafka, redis } = portsInside;

/** The servers on which setup creates databases and topics. */
const setUp: Arrow[] = [
  { from: 'setup', to: 'postgres', port: postgres },
  { from: 'setup', to: 'kafka', port: kafka },
];

/** An operator's tools read databases and topics, and send commands through the gateway or in its place. */
const tools: Arrow[] = [
  ...setUp.map((arrow) => ({ ...arrow, from: 'tools' })),
  ...serviceNames.filter(takesRequests).map((to) => ({ from: 'tools', to, port: service })),
];

/** Who connects to whom in an installation; all other connections may be forbidden. */
export function arrows(): Arrow[] {
  const ofServices = serviceNames.flatMap((from): Arrow[] => {
    const needs = services[from];
    return [
      ...(needs.postgres ? [{ from, to: 'postgres', port: postgres } as const] : []),
      ...(needs.kafka ? [{ from, to: 'kafka', port: kafka } as const] : []),
      ...(needs.redis ? [{ from, to: 'redis', port: redis } as const] : []),
      ...needs.calls.map((to) => ({ from, to, port: service })),
      { from: 'monitoring', to: from, port: management },
    ];
  });
  const fromOutside: Arrow[] = [
    { from: 'anyone', to: 'web', port: service },
    { from: 'ingress', to: 'gateway', port: service },
  ];
  return [...ofServices, ...setUp, ...tools, ...fromOutside];
}

/** The projector works from the topics alone, and the site has nothing that the gateway has not. */
function takesRequests(name: ServiceName): boolean {
  return name === 'gateway' || services.gateway.calls.includes(name);
}
