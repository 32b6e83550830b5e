import type { StartedTestContainer } from 'testcontainers';
import { withTimeout } from '#process/with-timeout.js';
import { findEngine } from './engine.js';

const removedWithinMs = 30_000;

/**
 * Kills a container and removes it with its data, even if it is paused. Testcontainers' own `stop()` removes it before it
 * has ended on a busy machine, and is refused.
 */
export async function removeContainer(container: StartedTestContainer): Promise<void> {
  const engine = await findEngine();
  const removed = engine.container.getById(container.getId()).remove({ force: true, v: true });
  await withTimeout(removed, removedWithinMs, 'a container to be removed');
}
