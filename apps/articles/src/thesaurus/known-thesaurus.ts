import type { ThesaurusFact } from '#contracts/events.js';
import { longestHouseBody, type House, type HouseEntry } from '#contracts/thesaurus/house-entry.js';
import { readStream } from '#event-store/read-stream.js';
import { Candidates, type EnteredText } from '#thesaurus/candidates.js';
import { LRUCache } from 'lru-cache';
import type { ClientBase } from 'pg';
import { EntryForms } from './entry-forms.js';
import { readThesaurusAsOf } from './read-thesaurus-as-of.js';
import { applyToThesaurus, emptyThesaurus, type Thesaurus } from './thesaurus.rules.js';

/** Versions of the thesaurus that stay compiled; an article that is revised asks for its own. */
const maxCompiled = 4;

/**
 * The house thesaurus as this process knows it: the fold of its stream so far. Each question reads the events behind that, so
 * that its answer is what the transaction sees. The stream is only appended to, so what was folded stays right.
 */
export class KnownThesaurus {
  private readonly folded = emptyThesaurus();
  private readonly forms = new EntryForms();
  private readonly compiled = new LRUCache<number, Candidates>({ max: maxCompiled });

  /** The thesaurus at its present version. It is changed in place by a later question: a decision appends at its version. */
  async now(client: ClientBase): Promise<Thesaurus> {
    for (const event of await readStream(client, 'thesaurus', this.folded.version)) {
      // Another transaction may have read the same events meanwhile.
      if (event.version !== this.folded.version + 1) continue;
      const { entryId } = event.data as ThesaurusFact['data'];
      this.forms.remove(entryId);
      applyToThesaurus(this.folded, event as unknown as ThesaurusFact);
      const entry = this.folded.entries.get(entryId);
      if (entry) this.forms.add(entry);
    }
    return this.folded;
  }

  /** What no rule can tell without folding texts. */
  judge(entry: HouseEntry) {
    return this.forms.judge(entry);
  }

  /**
   * What an article is pinned to. @param version of the thesaurus; the present one if left out
   * @returns undefined at version 0, at which there is no thesaurus, and for a text that is too long
   */
  async houseFor(client: ClientBase, text: EnteredText, version?: number): Promise<House | undefined> {
    const at = version ?? (await this.now(client)).version;
    if (at === 0 || text.body.length > longestHouseBody) return undefined;
    const candidates = this.compiled.get(at) ?? (await this.compile(client, at));
    return { version: at, entries: candidates.in(text) };
  }

  private async compile(client: ClientBase, version: number): Promise<Candidates> {
    const isPresent = version === this.folded.version;
    const entries = isPresent ? [...this.folded.entries.values()] : await readThesaurusAsOf(client, version);
    const candidates = new Candidates(entries);
    this.compiled.set(version, candidates);
    return candidates;
  }
}
