import { localPath } from './local-path.js';
import { guestOf } from './enter.js';
import { readMeIfShown } from './visitor.js';

/** What the pages to register and to sign in show: where they lead back to, and which guest can be taken along. */
export async function readEntering({ locals, url }: { locals: App.Locals; url: URL }) {
  const guest = guestOf(locals.visitor) === undefined ? undefined : await readMeIfShown(locals.visitor, locals.ask);
  return {
    to: localPath(url.searchParams.get('back')),
    guest: guest?.kind === 'guest' ? { name: guest.name, commentCount: guest.commentCount } : undefined,
  };
}
