/** Running ones to use; what is undefined is started. */
export interface NamedServices {
  postgresUrl: string | undefined;
  brokers: string[] | undefined;
  redisUrl: string | undefined;
}

export interface TestServices {
  postgresUrl: string;
  brokers: string[];
  /** Undefined where Redis cannot be had. */
  redisUrl: string | undefined;
  stop(): Promise<void>;
}

/** Where they are, as tests read it. */
export const asEnvironment = ({ postgresUrl, brokers, redisUrl }: TestServices): Record<string, string> => ({
  TEST_POSTGRES_URL: postgresUrl,
  TEST_KAFKA_BROKERS: brokers.join(','),
  ...(redisUrl !== undefined && { TEST_REDIS_URL: redisUrl }),
});
