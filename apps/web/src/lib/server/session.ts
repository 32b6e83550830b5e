import { z } from 'zod';
import { type Ask, GatewayAway, Refusal } from './gateway.js';
import type { SiteCookies } from './cookies.js';

/** A signed-in account's tokens, kept in a cookie that scripts cannot read. */
export interface Session {
  access: string;
  /** Empty for a session that its access token lasts for. */
  refresh: string;
}

/** The tokens of the gateway's answer to a sign-in. */
export interface SignedIn {
  user: { token: string; refreshToken?: string };
}

/** Seconds before its end at which an access token is renewed. */
const earlySeconds = 30;

/** Stands for an access token that is not used any more. */
const outdated = '-';

/**
 * The session of the request; its access token is renewed where it ends soon. Undefined if there is none, or it has ended,
 * or it cannot be renewed for now; its cookie stays then.
 */
export async function readSession(cookies: SiteCookies, ask: Ask): Promise<Session | undefined> {
  const stored = parse(cookies.get('session'));
  if (stored === undefined) return undefined;
  if (endOf(stored.access) > Date.now() / 1_000 + earlySeconds) return stored;
  return renew(cookies, ask, stored);
}

/** The session's tokens are renewed with the next request: they carry what the account may do, which has changed. */
export function renewWithNext(cookies: SiteCookies, session: Session): void {
  if (session.refresh !== '') cookies.set('session', `${outdated} ${session.refresh}`);
}

async function renew(cookies: SiteCookies, ask: Ask, session: Session): Promise<Session | undefined> {
  if (session.refresh === '') return session;
  try {
    const asking = { method: 'POST', body: { user: { refreshToken: session.refresh } }, asStranger: true } as const;
    return keepSession(cookies, (await ask<SignedIn>('/api/users/refresh', asking)).body);
  } catch (error) {
    // What is away for now ends no session: it is renewed later, and until then its token is used if that is still good.
    const isForNow =
      error instanceof GatewayAway || (error instanceof Refusal && (error.status === 429 || error.status >= 500));
    if (isForNow) return endOf(session.access) > Date.now() / 1_000 ? session : undefined;
    if (!(error instanceof Refusal)) throw error;
    cookies.delete('session');
    return undefined;
  }
}

export function keepSession(cookies: SiteCookies, { user }: SignedIn): Session {
  const session = { access: user.token, refresh: user.refreshToken ?? '' };
  cookies.set('session', `${session.access} ${session.refresh}`);
  return session;
}

function parse(text = ''): Session | undefined {
  const [access, refresh = ''] = text.split(' ');
  return access ? { access, refresh } : undefined;
}

/** The roles that a session's token tells of. The gateway knows the present ones. */
export const rolesOf = (session: Session | undefined): string[] =>
  session === undefined ? [] : claimsOf(session.access).roles;

/** When a token ends, in seconds since 1970; 0 if it does not say. The gateway checks it; this only saves a refusal. */
const endOf = (token: string): number => claimsOf(token).exp;

const Claims = z.object({ exp: z.number().catch(0), roles: z.array(z.string()).catch([]) });

/** What a token says, which anybody may have written. */
function claimsOf(token: string): z.infer<typeof Claims> {
  try {
    return Claims.parse(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()));
  } catch {
    return { exp: 0, roles: [] };
  }
}
