/** What the tests run in containers: the official images, by the names under which everybody has them. */
export const images = {
  postgres: 'postgres:18',
  kafka: 'apache/kafka:4.3.1',
  redis: 'redis:8',
  // Removes the containers of a test run that was killed. This is what Testcontainers takes by itself.
  reaper: 'testcontainers/ryuk:0.14.0',
} as const;
