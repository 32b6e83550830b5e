/** The images of test containers: the official ones, under their public names. */
export const images = {
  postgres: 'postgres:18',
  kafka: 'apache/kafka:4.3.1',
  redis: 'redis:8',
  // Removes the containers of a test run that was killed. Testcontainers uses this image by default.
  reaper: 'testcontainers/ryuk:0.14.0',
} as const;
