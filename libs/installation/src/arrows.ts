import { serviceNames, services, type ServiceName } from './services.js';

/** The port of each part where each has its own address: in containers and on Kubernetes. */
export const portsInside = { service: 3_000, management: 3_005, postgres: 5_432, kafka: 9_092, redis: 6_379 } as const;

export interface Arrow {
  /** A service, `setup`, `tools`, `monitoring`, or `anyone`. */
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
      { from, to: 'postgres', port: postgres },
      ...(needs.kafka ? [{ from, to: 'kafka', port: kafka } as const] : []),
      ...(needs.redis ? [{ from, to: 'redis', port: redis } as const] : []),
      ...needs.calls.map((to) => ({ from, to, port: service })),
      { from: 'monitoring', to: from, port: management },
    ];
  });
  return [...ofServices, ...setUp, ...tools, { from: 'anyone', to: 'gateway', port: service }];
}

/** The projector works from the topics alone. */
function takesRequests(name: ServiceName): boolean {
  return name === 'gateway' || services.gateway.calls.includes(name);
}
