import { z } from 'zod';
import { archiveText } from './plain-text.js';

/** Where an archive says something is from, as it comes in; {@link Provenance} is what the event keeps. */
export const ArchiveProvenance = z.object({
  source: archiveText(200),
  externalId: archiveText(500),
  permalink: archiveText(4000).optional(),
  formerAddresses: z.array(archiveText(4000)).max(50).optional(),
  categories: z.array(archiveText(300)).max(500).optional(),
  status: archiveText(100).optional(),
  utcOffset: archiveText(6).optional(),
});
