import type { Me } from '#lib/answers.js';
import type { SiteCookies } from '#lib/server/cookies.js';
import type { UnsentForm } from '#lib/comment-form.js';
import type { Ask, send } from '#lib/server/gateway.js';
import type { Preferences } from '#lib/server/preferences.js';
import type { Flash } from '#lib/server/flash.js';
import type { Site } from '#lib/server/site.js';
import type { Visitor } from '#lib/server/visitor.js';

declare global {
  namespace App {
    interface Locals {
      ask: Ask;
      /** An answer as it comes, which may be large. @throws GatewayAway */
      download: (path: string) => ReturnType<typeof send>;
      cookies: SiteCookies;
      preferences: Preferences;
      /** What became of the form that led to this page. */
      flash: Flash | undefined;
      site: Site;
      /** A form that the gateway could not take, for a page that may not be there either. */
      unsent?: UnsentForm;
      visitor: Visitor;
      /** Of one's own pages: what was sent, as long as nobody has read it. */
      sent?: Request;
      /** Of the desk: whoever has sent it is signed in no more. */
      isSignedOut?: boolean;
      /** Of the desk, and of where accounts write: who is there. */
      staff?: Me;
      /** Of the desk: why it is not shown. */
      deskFailure?: { status: number; message: string; retryAfter?: number } | undefined;
    }
    interface Error {
      message: string;
      /** Seconds after which to try again. */
      retryAfter?: number;
      /** Of 410: why it was withdrawn. */
      reason?: string;
    }
  }
}
