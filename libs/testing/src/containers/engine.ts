import { getContainerRuntimeClient, type ContainerRuntimeClient } from 'testcontainers';
import { withTimeout } from '#process/with-timeout.js';

/** Milliseconds in which an engine must answer. */
const answersWithinMs = 2_000;

/** The Docker engine that Testcontainers finds: DOCKER_HOST or the usual sockets. @throws Error if none answers in 2 s. */
export async function findEngine(): Promise<ContainerRuntimeClient> {
  try {
    return await withTimeout(getContainerRuntimeClient(), answersWithinMs, 'it');
  } catch (error) {
    throw new Error(`no Docker engine answers (${(error as Error).message})`, { cause: error });
  }
}

/** The host of published ports; 127.0.0.1 for this machine, whose name may resolve to two addresses. */
export async function engineHost(): Promise<string> {
  const { host } = (await findEngine()).info.containerRuntime;
  return host === 'localhost' ? '127.0.0.1' : host;
}
