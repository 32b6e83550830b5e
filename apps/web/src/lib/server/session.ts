import { type Ask, GatewayAway, Refusal } from './gateway.js';
import type { SiteCookies } from './cookies.js';

/** A signed-in account's tokens, kept in a cookie that scripts cannot read. */
export interface Session {
  access: string;
  refresh: string;
}

/** Seconds before its end at which an access token is renewed. */
const earlySeconds = 30;

/** The session of the request; its access token is renewed where it ends soon. Undefined if there is none, or it has ended. */
export async function readSession(cookies: SiteCookies, ask: Ask): Promise<Session | undefined> {
  const stored = parse(cookies.get('session'));
  if (stored === undefined) return undefined;
  if (endOf(stored.access) > Date.now() / 1_000 + earlySeconds) return stored;
  try {
    const asking = { method: 'POST', body: { user: { refreshToken: stored.refresh } } } as const;
    const { body } = await ask<{ user: { token: string; refreshToken: string } }>('/api/users/refresh', asking);
    const session = { access: body.user.token, refresh: body.user.refreshToken };
    keepSession(cookies, session);
    return session;
  } catch (error) {
    // The page itself tells what is away.
    if (error instanceof GatewayAway || (error instanceof Refusal && error.status !== 401)) return stored;
    if (!(error instanceof Refusal)) throw error;
    cookies.delete('session');
    return undefined;
  }
}

export const keepSession = (cookies: SiteCookies, { access, refresh }: Session): void =>
  cookies.set('session', `${access} ${refresh}`);

function parse(text = ''): Session | undefined {
  const [access, refresh] = text.split(' ');
  return access && refresh ? { access, refresh } : undefined;
}

/** When a token ends, in seconds since 1970; 0 if it does not say. The gateway checks it; this only saves a refusal. */
function endOf(token: string): number {
  try {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { exp?: number };
    return claims.exp ?? 0;
  } catch {
    return 0;
  }
}
