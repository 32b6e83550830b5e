import type { SectionImported } from '#contracts/sections/section.commands.js';
import type { Results, Sending } from '../send-articles.js';

/** Opens the sections that articles will be filed in, all in one portion. */
export async function sendSections({ gateway, tally, filing }: Sending): Promise<void> {
  if (filing === undefined || filing.used.size === 0) return;
  const names = [...filing.used];
  const sections = names.map(([name, category]) => ({ name, provenance: { source: 'import', externalId: category } }));
  const { body } = await gateway.send<Results<SectionImported>>('POST', '/api/imports/sections', { sections });
  for (const [index, { sectionId, added }] of body.results.entries()) {
    filing.ids.set(names[index]?.[0] ?? '', sectionId);
    if (added) tally.sections.added += 1;
  }
}
