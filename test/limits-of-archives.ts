import { longestFormerPath } from '#contracts/articles/former-path.js';
import { maxProposedSections } from '#tools/import/sections/propose-mapping.js';
import { largestMapping } from '#tools/import/sections/read-mapping.js';
import { maxFormerNames } from '#tools/import/wordpress/former-addresses.js';
import { longestArchiveBody } from '#contracts/plain-text.js';
import { aheadOfArchives, firstOfArchives } from '#contracts/utc-time.js';
import { longestLine } from '#tools/import/json-lines/read-lines.js';
import { patienceMs } from '#tools/gateway/reach-gateway.js';
import { portionBytes, portionItems } from '#tools/import/in-batches.js';
import { maxReasons } from '#tools/import/tally.js';
import { longestWord } from '#tools/terminal/printable.js';
import { bytes, characters, figure, seconds } from './written-figures.js';

/** Of the sections, drafts and addresses of an archive. */
export const importedNewsroom = () => ({
  'sections that a dry run proposes': figure(maxProposedSections),
  'a reviewed mapping of categories': bytes(largestMapping),
  'former names of a post': figure(maxFormerNames),
  'a path that leads to an imported article': bytes(longestFormerPath),
});

/** Of the portions in which an archive is read and sent. */
export const archives = () => ({
  'a line of JSON Lines': bytes(longestLine),
  'a body, as JSON': bytes(longestArchiveBody),
  'first year of a time': String(new Date(firstOfArchives).getUTCFullYear()),
  'time that is ahead of our clock': `${figure(aheadOfArchives / 3_600_000)} hours`,
  'items of a portion that is sent': figure(portionItems),
  'a portion that is sent': bytes(portionBytes),
  'one outside word that a tool prints': characters(longestWord),
  'reasons to skip something, told apart': figure(maxReasons),
  'time an import waits for a gateway': seconds(patienceMs),
});
