import { randomUUID } from 'node:crypto';
import { getReaper, LABEL_TESTCONTAINERS_SESSION_ID, type ContainerRuntimeClient } from 'testcontainers';
import { findEngine } from './engine.js';
import type { InContainer } from './in-container.js';

type Network = ReturnType<ContainerRuntimeClient['network']['getById']>;

/**
 * A second network path to a container, with an address of its own. Once it is cut, packets vanish silently: connections are
 * neither closed nor refused. It needs an engine whose networks this machine is part of, as on Linux.
 */
export class Cable {
  private constructor(
    private readonly network: Network,
    private readonly containerId: string,
    /** The container's address on this network. */
    readonly host: string,
  ) {}

  static async to({ container }: Pick<InContainer, 'container'>): Promise<Cable> {
    const engine = await findEngine();
    const { sessionId } = await getReaper(engine);
    const network = await engine.network.create({
      Name: `cable-${randomUUID()}`,
      // Published ports stay with the container's first network.
      Internal: true,
      Labels: { [LABEL_TESTCONTAINERS_SESSION_ID]: sessionId },
    });
    const id = container.getId();
    await network.connect({ Container: id });
    return new Cable(network, id, await addressOn(network, id));
  }

  async cut(): Promise<void> {
    await this.network.disconnect({ Container: this.containerId });
  }

  /** @throws Error if the container got another address. */
  async mend(): Promise<void> {
    await this.network.connect({ Container: this.containerId });
    const host = await addressOn(this.network, this.containerId);
    if (host !== this.host) throw new Error(`the container was at ${this.host}, and is at ${host} now`);
  }

  async remove(): Promise<void> {
    // Its container may have been removed already.
    await this.cut().catch(() => undefined);
    await this.network.remove();
  }
}

async function addressOn(network: Network, containerId: string): Promise<string> {
  const { Containers } = (await network.inspect()) as { Containers?: Record<string, { IPv4Address: string }> };
  const [address = ''] = Containers?.[containerId]?.IPv4Address.split('/') ?? [];
  if (address === '') throw new Error('the container has no address on its second network');
  return address;
}
