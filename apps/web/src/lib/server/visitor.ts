import type { Me } from '#lib/answers.js';
import { type Ask, Refusal } from './gateway.js';
import type { SiteCookies } from './cookies.js';
import { type Session, readSession } from './session.js';

/** Who looks at the page. A stranger is somebody without our cookies: they all get the same bytes. */
export type Visitor =
  | { kind: 'stranger' }
  | {
      kind: 'known';
      token: string | undefined;
      session: Session | undefined;
      /** Whether this browser came as a guest, also where that is good no more. */
      isGuest: boolean;
    };

export async function recogniseVisitor(cookies: SiteCookies, ask: Ask): Promise<Visitor> {
  if (cookies.isStrangers) return { kind: 'stranger' };
  const session = await readSession(cookies, ask);
  // Somebody whose session cannot be renewed for now is not this browser's guest.
  const guest = cookies.get('session') === undefined ? cookies.get('guest') : undefined;
  return { kind: 'known', session, token: session?.access ?? guest, isGuest: guest !== undefined };
}

/** Whether somebody has a session that cannot be renewed for now: they are not signed out, and nothing can be done for them. */
export const waitsForRenewal = ({ visitor, cookies }: Pick<App.Locals, 'visitor' | 'cookies'>): boolean =>
  visitor.kind === 'known' && visitor.session === undefined && cookies.get('session') !== undefined;

/** The visitor's own data; undefined for strangers, and for a credential that is good no more. */
export async function readMe(visitor: Visitor, ask: Ask): Promise<Me | undefined> {
  if (visitor.kind === 'stranger' || visitor.token === undefined) return undefined;
  try {
    return (await ask<{ me: Me }>('/api/me')).body.me;
  } catch (error) {
    if (error instanceof Refusal && error.status === 401) return undefined;
    throw error;
  }
}

/** As {@link readMe}, for a page that is shown without it too: somebody who has just come may not be shown by the gateway yet. */
export async function readMeIfShown(...asked: Parameters<typeof readMe>): Promise<Me | undefined> {
  try {
    return await readMe(...asked);
  } catch (error) {
    if (error instanceof Refusal && error.status === 503) return undefined;
    throw error;
  }
}
