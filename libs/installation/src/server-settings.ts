/** What a Postgres server of an installation is told beyond its defaults; every instant in it is UTC. */
export const postgresSettings = {
  max_connections: '200',
  shared_buffers: '64MB',
  max_wal_size: '512MB',
  log_min_messages: 'warning',
  timezone: 'UTC',
} as const;

/** As arguments of `postgres`. */
export const postgresArguments = (settings: Record<string, string>): string[] =>
  Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** How a cluster is made, as arguments of `initdb`: texts are compared by their bytes, on every machine alike. */
export const clusterArguments = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-sync'] as const;

/**
 * What Redis is told: nothing in it is the truth, so nothing is put on disk, and where it is full what ends soonest goes
 * first.
 */
export const redisSettings = {
  save: '',
  appendonly: 'no',
  maxmemory: '64mb',
  'maxmemory-policy': 'volatile-ttl',
  databases: '1',
} as const;

/** The configuration of Redis as a file. @param bind addresses, as Redis writes them. */
export const redisConf = ({ bind, port, password }: { bind: string; port: number; password: string }): string => `
bind ${bind}
port ${port}
protected-mode yes
requirepass ${password}
${Object.entries(redisSettings)
  .map(([name, value]) => `${name} "${value}"`)
  .join('\n')}
daemonize no
`;
