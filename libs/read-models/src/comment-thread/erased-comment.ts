import { erasedText } from '#contracts/personal.js';

/** The text that replaces an erased person's comment. */
export const erasedComment = {
  name: erasedText,
  website: null,
  body: erasedText,
  bodyHtml: `<p>${erasedText}</p>`,
  format: 'text',
} as const;
