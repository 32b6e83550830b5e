import type { StartedTestContainer } from 'testcontainers';

/** A server that runs in a container. */
export interface InContainer<Address = string> {
  /** Its address, through a port of this machine. */
  address: Address;
  container: StartedTestContainer;
}

/** Milliseconds in which a server must be ready. */
export const readyWithinMs = 60_000;
