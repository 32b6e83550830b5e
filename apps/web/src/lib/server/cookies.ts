import type { Cookies } from '@sveltejs/kit';

/**
 * Cookies of people; a request without one of them is a stranger's. On https each has the prefix `__Host-`, so that no other
 * host of the domain can set it (RFC 6265bis, 4.1.3.2); on plain http browsers would refuse that.
 */
const ofPeople = ['guest', 'session', 'flash', 'said', 'seen'] as const;
export type CookieName = (typeof ofPeople)[number] | 'preferences';

const day = 86_400;
/** Seconds for which browsers keep a cookie; 400 days is the most they allow. */
const seconds: Record<CookieName, number> = {
  guest: 400 * day,
  session: 400 * day,
  seen: 400 * day,
  preferences: 400 * day,
  flash: 60,
  said: 60,
};

let isWarned = false;

/** Operators are told once: behind a proxy that speaks https, this says that the proxy is not trusted. */
function warnOnce(): void {
  if (isWarned) return;
  isWarned = true;
  const msg = 'cookies are set without Secure: people reach the site by plain http, or TRUSTED_PROXIES lacks the proxy';
  process.stderr.write(`${JSON.stringify({ level: 'warn', service: 'web', msg })}\n`);
}

/** The cookies of one request. */
export class SiteCookies {
  constructor(
    private readonly cookies: Cookies,
    private readonly secure: boolean,
  ) {}

  get isStrangers(): boolean {
    return ofPeople.every((name) => this.get(name) === undefined);
  }

  get(name: CookieName): string | undefined {
    return this.cookies.get(this.nameOf(name)) || undefined;
  }

  set(name: CookieName, value: string): void {
    if (!this.secure) warnOnce();
    this.cookies.set(this.nameOf(name), value, {
      ...{ path: '/', httpOnly: true, sameSite: 'lax', secure: this.secure },
      maxAge: seconds[name],
    });
  }

  delete(name: CookieName): void {
    this.cookies.delete(this.nameOf(name), { path: '/', secure: this.secure });
  }

  private nameOf(name: CookieName): string {
    return this.secure ? `__Host-${name}` : name;
  }
}
