import { serviceNames, services, type ServiceName } from './services.js';

/** Where each part listens where all have an address of their own: in containers and on Kubernetes. */
export const portsInside = { service: 3_000, management: 3_005, postgres: 5_432, kafka: 9_092, redis: 6_379 } as const;

export interface Arrow {
  /** A service, `setup`, `tools`, `monitoring`, or `anyone`. */
  from: string;
  to: ServiceName | 'postgres' | 'kafka' | 'redis';
  port: number;
}

const { service, management, postgres, kafka, redis } = portsInside;

/** What setup makes databases and topics in. */
const setUp: Arrow[] = [
  { from: 'setup', to: 'postgres', port: postgres },
  { from: 'setup', to: 'kafka', port: kafka },
];

/** An operator's tools look at databases and topics, and give commands, through the gateway or as it would. */
const tools: Arrow[] = [
  ...setUp.map((arrow) => ({ ...arrow, from: 'tools' })),
  ...serviceNames.filter(takesRequests).map((to) => ({ from: 'tools', to, port: service })),
];

/** Who opens a connection to whom in an installation; nobody else needs to reach anybody. */
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

/** The projector takes what it does from the topics alone. */
function takesRequests(name: ServiceName): boolean {
  return name === 'gateway' || services.gateway.calls.includes(name);
}
