import { randomUUIDv7 } from 'node:crypto';
import { OpenSection, type ImportSections, type SectionImported } from '#contracts/sections/section.commands.js';
import type { Append, EventMetadata } from '#event-store/event-store.js';
import type { SealingEventStore } from '#keyring/sealing-event-store.js';
import type { PoolClient } from 'pg';
import { slugOf } from '../article/slug.js';
import { countSections } from '../section/count-sections.js';
import { sectionDecider } from '../section/section.decider.js';
import { sectionStream } from '../section/section-stream.js';
import { findOrReserveSection } from './find-or-reserve-section.js';

type Imported = ImportSections['sections'][number];

/**
 * Opens an archive's sections, each once however often it is sent, in one transaction. One with the same slug, be it a former
 * one, is that section.
 * @returns the result for each, in the order given.
 * @throws Rejection if there would be too many: then none is opened
 */
export async function importSections(
  store: SealingEventStore<PoolClient>,
  sections: Imported[],
  metadata: EventMetadata,
): Promise<SectionImported[]> {
  return store.transact(async ({ client, append }) => {
    const before = await countSections(client);
    const results = new Map<string, SectionImported>();
    const appends: Append[] = [];
    const named = sections.map((section) => ({ section, slug: slugOf(section.name) }));
    // In the order of their slugs, so that two imports do not deadlock.
    for (const { section, slug } of named.toSorted((one, other) => (one.slug < other.slug ? -1 : 1))) {
      if (results.has(slug)) continue;
      const own = randomUUIDv7();
      const sectionId = await findOrReserveSection(client, slug, own);
      results.set(slug, { sectionId, slug, added: sectionId === own });
      if (sectionId === own)
        appends.push(opening(section, { sectionId, slug, sections: before + appends.length }, metadata));
    }
    await append(appends, metadata);
    return named.map(({ slug }) => results.get(slug) as SectionImported);
  });
}

function opening(
  { name, provenance }: Imported,
  about: { sectionId: string; slug: string; sections: number },
  { recordedAt }: EventMetadata,
): Append {
  const { sectionId } = about;
  const by = { ids: [randomUUIDv7()], at: recordedAt, actor: { kind: 'system' as const, rule: 'import' } };
  const command = { ...by, type: 'OpenSection' as const, ...OpenSection.parse({ name }), ...about, provenance };
  const events = sectionDecider.decide(command, sectionDecider.initialState);
  return { ...sectionStream(sectionId), key: sectionId, expectedVersion: 0, events };
}
