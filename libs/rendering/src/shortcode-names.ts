/** Shortcodes of WordPress itself. */
const core = ['caption', 'wp_caption', 'gallery', 'playlist', 'audio', 'video', 'embed'];

/** Of Jetpack, wordpress.com and players: each shows something from a URL. */
const players = [
  ...['youtube', 'vimeo', 'dailymotion', 'ted', 'wpvideo', 'videopress', 'googlevideo', 'blip.tv', 'hulu', 'flickr'],
  ...['soundcloud', 'spotify', 'bandcamp', 'mixcloud', 'audioplayer', 'tweet', 'twitter-timeline', 'instagram', 'gist'],
  ...['googlemaps', 'googleapps', 'slideshare', 'scribd', 'polldaddy', 'crowdsignal', 'iframe'],
];

/** Of forms and page builders: layout, or functions that do not work here. */
const others = [
  'slideshow',
  'contact-form',
  'contact-form-7',
  'contact-field',
  'gravityform',
  'ngg_images',
  'nggallery',
];
const ofBuilders = /^(?:vc|et_pb|fusion|su|av|x|tm_pb)_[a-z]\w*$/;

/** Code blocks of SyntaxHighlighter and wordpress.com. */
const code = ['code', 'sourcecode'];

const names = new Set([...core, ...players, ...others, ...code]);
const withoutAnything = new Set(['gallery', 'playlist', ...others]);
const byNumber = new Map([
  ['youtube', 'https://www.youtube.com/watch?v='],
  ['vimeo', 'https://vimeo.com/'],
  ['dailymotion', 'https://www.dailymotion.com/video/'],
  ['gist', 'https://gist.github.com/'],
  ['wpvideo', 'https://videopress.com/v/'],
  ['videopress', 'https://videopress.com/v/'],
]);

export const isKnownShortcode = (name: string): boolean => names.has(name) || ofBuilders.test(name);
export const isCode = (name: string): boolean => code.includes(name);
export const isCaption = (name: string): boolean => name === 'caption' || name === 'wp_caption';

/** Whether a known name in brackets is a shortcode by itself: it has attributes, or is not an ordinary word. */
export function standsAlone(name: string, attributes: string): boolean {
  if (attributes.trim() === '') return withoutAnything.has(name) || ofBuilders.test(name);
  return /(?:^|\s)[\w-]+\s*=|https?:\/\//.test(attributes) || placeOf(name, attributes) !== undefined;
}

/** The URL in a player's attributes, or made from an id: `[youtube dQw4w9WgXcQ]`. */
export function placeOf(name: string, attributes: string): string | undefined {
  if (!names.has(name) || isCaption(name) || isCode(name)) return undefined;
  const [url] = /https?:\/\/(?:[^\s"'<>\]&]|&amp;|&(?=[\w-]+=))+/i.exec(attributes) ?? [];
  if (url !== undefined) return url;
  const [, id] = /^[\s=]*(?:id\s*=\s*)?["']?(?=[\w-]*\d)([\w-]{5,40})["']?\s*(?:$|\s[\w-]+=)/.exec(attributes) ?? [];
  const site = byNumber.get(name);
  return site !== undefined && id !== undefined ? site + id : undefined;
}
