import { longestFormerPath } from '#contracts/articles/former-path.js';
import { maxProposedSections } from '#tools/import/sections/propose-mapping.js';
import { largestMapping } from '#tools/import/sections/read-mapping.js';
import { maxFormerNames } from '#tools/import/wordpress/former-addresses.js';
import { bytes, figure } from './written-figures.js';

/** Of the sections, drafts and addresses of an archive. */
export const importedNewsroom = () => ({
  'sections that a dry run proposes': figure(maxProposedSections),
  'a reviewed mapping of categories': bytes(largestMapping),
  'former names of a post': figure(maxFormerNames),
  'a path that leads to an imported article': bytes(longestFormerPath),
});
