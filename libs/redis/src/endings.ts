import { z } from 'zod';

/** The channel on which users publishes ended sessions and erased people to all that check tokens. */
export const endingsChannel = 'sessions-ended';

const ids = z.array(z.uuid()).max(500);
const Endings = z.object({ sessionIds: ids, erasedIds: ids });

/** Sessions that have ended, and people who are erased. */
export type Endings = z.infer<typeof Endings>;

/** The messages for the channel, each with at most 500 ids of a kind. */
export function endingsMessages({ sessionIds, erasedIds }: Endings): string[] {
  const messages: string[] = [];
  for (let at = 0; at < Math.max(sessionIds.length, erasedIds.length); at += 500) {
    const some = { sessionIds: sessionIds.slice(at, at + 500), erasedIds: erasedIds.slice(at, at + 500) };
    messages.push(JSON.stringify(some));
  }
  return messages;
}

/** Undefined for any other message. */
export function parseEndings(message: string): Endings {
  try {
    return Endings.parse(JSON.parse(message));
  } catch {
    return { sessionIds: [], erasedIds: [] };
  }
}
