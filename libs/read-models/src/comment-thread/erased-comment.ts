import { erased } from '#keyring/open.js';

/** What is shown of an erased person's comment. */
export const erasedComment = {
  name: erased,
  website: null,
  body: erased,
  bodyHtml: `<p>${erased}</p>`,
  format: 'text',
} as const;
