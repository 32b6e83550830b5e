import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { policy } from './policy.js';

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ out: '../../dist/apps/web/pages', precompress: true }),
      csp: { mode: 'hash', directives: policy },
      // Links are absolute paths: a page can be stored once for all addresses that lead to it.
      paths: { relative: false },
    }),
  ],
  build: { assetsInlineLimit: 0 },
});
