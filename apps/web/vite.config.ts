import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';

/** SvelteKit hides what it announces of a page by an inline style, which the policy forbids: a class of ours does the same. */
function announcerByClass(): Plugin {
  return {
    name: 'announcer-by-class',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/runtime/components/root.svelte')) return undefined;
      const changed = code.replace(/(id="svelte-announcer"[^>]*?)style="[^"]*"/, '$1class="hidden-text"');
      if (changed === code) this.error('the announcer of SvelteKit has changed: see vite.config.ts');
      return { code: changed, map: null };
    },
  };
}

export default defineConfig({
  plugins: [
    announcerByClass(),
    sveltekit({
      adapter: adapter({ out: '../../dist/apps/web/pages', precompress: true }),
      // What a page may load (https://www.w3.org/TR/CSP3/): scripts, style and fonts of our own, pictures from anywhere.
      // A hydrated page has one inline script, which SvelteKit adds by its hash.
      csp: {
        mode: 'hash',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          'font-src': ['self'],
          'img-src': ['self', 'https:', 'http:', 'data:'],
          'connect-src': ['self'],
          'manifest-src': ['self'],
          'form-action': ['self'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
        },
      },
      // Our own check also looks at Fetch-Metadata, and knows no scheme: see src/lib/server/csrf.ts.
      csrf: { trustedOrigins: ['*'] },
      // Links are absolute paths, so a page is the same wherever it is stored.
      paths: { relative: false },
    }),
  ],
  build: { assetsInlineLimit: 0 },
});
