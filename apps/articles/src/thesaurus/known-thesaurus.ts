import type { ThesaurusFact } from '#contracts/events.js';
import { longestHouseBody, type House, type HouseEntry } from '#contracts/thesaurus/house-entry.js';
import { readStream } from '#event-store/read-stream.js';
import { Candidates, chosenOf, type EnteredText } from '#thesaurus/candidates.js';
import { LRUCache } from 'lru-cache';
import type { ClientBase } from 'pg';
import { EntryForms } from './entry-forms.js';
import { readThesaurusAsOf } from './read-thesaurus-as-of.js';
import { applyToThesaurus, emptyThesaurus, type Thesaurus } from './thesaurus.rules.js';

/** Former versions of which the entries that changed since stay compiled; an article that is revised asks for its own. */
const maxFormer = 64;

interface Compiled {
  version: number;
  present: Candidates;
  /** By version. */
  former: LRUCache<number, Candidates>;
}

/**
 * The house thesaurus as this process knows it: the fold of its stream so far. Each question reads the events behind that, so
 * that its answer is what the transaction sees. The stream is only appended to, so what was folded stays right.
 */
export class KnownThesaurus {
  private readonly folded = emptyThesaurus();
  private readonly forms = new EntryForms();
  private compiled: Compiled | undefined;

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
    if (version === 0 || text.body.length > longestHouseBody) return undefined;
    const now = await this.now(client);
    const at = version ?? now.version;
    if (at === 0) return undefined;
    const compiled = this.compile();
    const found = compiled.present.all(text);
    if (at >= compiled.version) return { version: at, entries: chosenOf(found) };
    // What has not changed since is found as the present has it, so that a former version is not compiled as a whole.
    const same = found.filter(({ entryId }) => (now.lastChanges.get(entryId)?.version ?? 0) <= at);
    const others = compiled.former.get(at) ?? (await this.compileFormer(client, compiled, at));
    return { version: at, entries: chosenOf([...same, ...others.all(text)]) };
  }

  private compile(): Compiled {
    const { version, entries } = this.folded;
    if (this.compiled?.version === version) return this.compiled;
    const former = new LRUCache<number, Candidates>({ max: maxFormer });
    this.compiled = { version, present: new Candidates([...entries.values()]), former };
    return this.compiled;
  }

  /** Of the entries that were changed since, as they were then. */
  private async compileFormer(client: ClientBase, { former }: Compiled, version: number): Promise<Candidates> {
    const changed = [...this.folded.lastChanges].flatMap(([id, change]) => (change.version > version ? [id] : []));
    const candidates = new Candidates(await readThesaurusAsOf(client, version, changed));
    former.set(version, candidates);
    return candidates;
  }
}
