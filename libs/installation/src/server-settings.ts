/** A Postgres server's settings that differ from the defaults; all its times are UTC. */
export const postgresSettings = {
  max_connections: '200',
  max_wal_size: '512MB',
  log_min_messages: 'warning',
  timezone: 'UTC',
} as const;

/** The settings as arguments of `postgres`. */
export const postgresArguments = (settings: Record<string, string>): string[] =>
  Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** Arguments of `initdb`: texts are compared by their bytes, alike on every machine. */
export const clusterArguments = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-sync'] as const;

/**
 * Redis' settings. It holds no authoritative data, so it writes nothing to disk; when it is full, keys that expire soonest
 * are evicted first.
 */
export const redisSettings = {
  save: '',
  appendonly: 'no',
  maxmemory: '64mb',
  'maxmemory-policy': 'volatile-ttl',
  databases: '1',
} as const;

/** Redis' configuration file. @param bind addresses, as Redis writes them. */
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
