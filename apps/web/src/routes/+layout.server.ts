import { localPath } from '#lib/server/local-path.js';
import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = ({ locals: { site, preferences, unsent, visitor }, url }) => ({
  site,
  unsent,
  preferences,
  isSignedIn: visitor.kind === 'known' && visitor.session !== undefined,
  back: localPath(url.pathname + (url.searchParams.keys().some((name) => name.startsWith('/')) ? '' : url.search)),
});
