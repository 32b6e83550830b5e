/** Sanitised HTML whose links to pages of the site work elsewhere too. Of text nothing changes: its `<` is escaped. */
export const withOrigin = (html: string, origin: string): string =>
  html.replaceAll(/<(?:a|img) [^>]*>/g, (tag) => tag.replace(/ (href|src)="(?=\/(?!\/))/, ` $1="${origin}`));
