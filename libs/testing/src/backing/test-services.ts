/** Running servers to use; undefined ones are started. */
export interface NamedServices {
  postgresUrl: string | undefined;
  brokers: string[] | undefined;
  redisUrl: string | undefined;
}

export interface TestServices {
  postgresUrl: string;
  brokers: string[];
  /** Undefined if Redis is not available. */
  redisUrl: string | undefined;
  stop(): Promise<void>;
}

/** The servers' addresses, as tests read them. */
export const asEnvironment = ({ postgresUrl, brokers, redisUrl }: TestServices): Record<string, string> => ({
  TEST_POSTGRES_URL: postgresUrl,
  TEST_KAFKA_BROKERS: brokers.join(','),
  ...(redisUrl !== undefined && { TEST_REDIS_URL: redisUrl }),
});
