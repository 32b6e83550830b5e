import { findEngine } from './engine.js';
import type { InContainer } from './in-container.js';

/** Freezes all processes of a container. Its connections stay open; new ones are accepted, but not answered. */
export async function pause({ container }: Pick<InContainer, 'container'>): Promise<void> {
  await (await findEngine()).container.getById(container.getId()).pause();
}

export async function unpause({ container }: Pick<InContainer, 'container'>): Promise<void> {
  await (await findEngine()).container.getById(container.getId()).unpause();
}
