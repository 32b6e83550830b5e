import { z } from 'zod';

/** The channel on which users tells what is over, to whoever checks tokens. */
export const endingsChannel = 'sessions-ended';

const ids = z.array(z.uuid()).max(500);
const Endings = z.object({ sessionIds: ids, erasedIds: ids });

/** Sessions that have ended, and people who are erased. */
export type Endings = z.infer<typeof Endings>;

/** As messages of the channel, each of at most 500 ids of a kind. */
export function endingsMessages({ sessionIds, erasedIds }: Endings): string[] {
  const messages: string[] = [];
  for (let at = 0; at < Math.max(sessionIds.length, erasedIds.length); at += 500) {
    const some = { sessionIds: sessionIds.slice(at, at + 500), erasedIds: erasedIds.slice(at, at + 500) };
    messages.push(JSON.stringify(some));
  }
  return messages;
}

/** Nothing where the message says something else. */
export function parseEndings(message: string): Endings {
  try {
    return Endings.parse(JSON.parse(message));
  } catch {
    return { sessionIds: [], erasedIds: [] };
  }
}
