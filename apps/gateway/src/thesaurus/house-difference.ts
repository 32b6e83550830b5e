import { Inject, Injectable } from '@nestjs/common';
import type { House, HouseEntry } from '#contracts/thesaurus/house-entry.js';
import type { Body } from '#rendering/body.js';
import type { Exchange } from '../commands/exchange.js';
import { SERVICES, type Services } from '../commands/services.js';
import { type Written, Writes } from '../commands/writes.js';
import { Previews } from '../previews/previews.js';
import { Resolve } from '../read-database/resolve.js';
import type { DifferenceAnswer } from './thesaurus.answers.js';

interface Compared extends Written {
  content: Body & { title: string; description: string; sectionId?: string };
  pinned: House | null;
  present: House | null;
}

/** What an article would look like by the present version of the thesaurus: asked of its service, rendered here. */
@Injectable()
export class HouseDifference {
  constructor(
    @Inject(SERVICES) private readonly services: Services,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Resolve) private readonly resolve: Resolve,
    @Inject(Previews) private readonly previews: Previews,
  ) {}

  /** @throws Problem as `Writes.send`, `Resolve.article` and `Previews.inHouse` */
  async of(slug: string, exchange: Exchange): Promise<DifferenceAnswer> {
    const asked = await this.writes.begin(exchange);
    const { articleId } = await this.resolve.article(slug);
    const command = { articleId };
    const { articles } = this.services;
    const { content, pinned, present } = await this.writes.send<Compared>(asked, articles, 'compare-house', command);
    const [{ house: before }, { house: after }] = [
      await this.previews.inHouse(content, pinned),
      await this.previews.inHouse(content, present),
    ];
    const [had, has] = [pinned?.entries ?? [], present?.entries ?? []];
    return {
      difference: {
        ...{ pinned: pinned?.version ?? null, present: present?.version ?? null, before, after },
        ...{ gained: without(has, had), lost: without(had, has) },
      },
    };
  }
}

/** Of entries those that are not among others, or are otherwise there. */
function without(entries: readonly HouseEntry[], others: readonly HouseEntry[]) {
  const known = new Set(others.map((entry) => JSON.stringify(signOf(entry))));
  return entries
    .filter((entry) => !known.has(JSON.stringify(signOf(entry))))
    .map(({ kind, term, text }) => ({ kind, term, text }));
}

const signOf = ({ entryId, kind, term, inflections, text, sectionId, caseSensitive, wholeWords }: HouseEntry) => [
  ...[entryId, kind, term, inflections, text, sectionId, caseSensitive, wholeWords],
];
