/** What a Postgres server of ours is told beyond its defaults, wherever it runs. */
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
