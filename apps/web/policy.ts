/**
 * What a page may load (https://www.w3.org/TR/CSP3/): scripts, style and fonts of our own, pictures from anywhere. Pages for
 * staff have one inline script, which SvelteKit adds by its hash.
 */
export const policy = {
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
} satisfies Record<string, string[]>;
