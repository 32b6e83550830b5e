import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
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
