import type { Mute } from '#lib/answers.js';
import { Refusal } from './gateway.js';

/** What the visitor mutes; undefined for who cannot mute, because nobody knows them. */
export async function readMutes({ visitor, ask }: Pick<App.Locals, 'visitor' | 'ask'>): Promise<Mute[] | undefined> {
  if (visitor.kind === 'stranger' || visitor.token === undefined) return undefined;
  try {
    return (await ask<{ mutes: Mute[] }>('/api/me/mutes')).body.mutes;
  } catch (error) {
    if (error instanceof Refusal && (error.status === 401 || error.status === 503)) return undefined;
    throw error;
  }
}

/** Whether the visitor mutes this; undefined for who cannot mute. */
export async function isMuted(locals: App.Locals, { kind, key }: Omit<Mute, 'name'>): Promise<boolean | undefined> {
  return (await readMutes(locals))?.some((mute) => mute.kind === kind && mute.key === key);
}
