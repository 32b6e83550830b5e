import { findEngine } from './engine.js';
import type { InContainer } from './in-container.js';

/** Has all processes of a container stand still; its connections stay open, and new ones are taken and not answered. */
export async function pause({ container }: Pick<InContainer, 'container'>): Promise<void> {
  await (await findEngine()).container.getById(container.getId()).pause();
}

export async function unpause({ container }: Pick<InContainer, 'container'>): Promise<void> {
  await (await findEngine()).container.getById(container.getId()).unpause();
}
