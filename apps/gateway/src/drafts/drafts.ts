import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { z } from 'zod';
import { notFound } from '#http/problem.js';
import type { Caller } from '#identity/caller.js';
import { isEditor } from '#policy/is-editor.js';
import { readDraft } from '#read-models/draft/read-draft.js';
import {
  readDraftsOf,
  readSubmissions,
  type DraftList,
  type StatusWithEditors,
} from '#read-models/draft/read-draft-list.js';
import type { PageOfList } from '../answers/page-of-list.js';
import type { DraftAnswer, DraftsAnswer } from './draft.answers.js';
import { presentDraft, presentDraftInList } from './present-draft.js';

/** Drafts as their authors and editors see them. */
@Injectable()
export class Drafts {
  constructor(private readonly pool: Pool) {}

  /** @throws Problem 404 if there is none, and if it is not the caller's: nobody else learns of it. */
  async one(id: string, caller: Caller): Promise<z.infer<typeof DraftAnswer>> {
    const row = z.uuid().safeParse(id).success ? await readDraft(this.pool, id) : undefined;
    const isTheirs = row?.authorId === caller.personId || isEditor(caller);
    if (row === undefined || !isTheirs) throw notFound('draft');
    return { draft: presentDraft(row) };
  }

  of({ personId }: Caller, page: PageOfList): Promise<z.infer<typeof DraftsAnswer>> {
    return readDraftsOf(this.pool, personId, page).then(present);
  }

  submissions(page: PageOfList, status?: StatusWithEditors): Promise<z.infer<typeof DraftsAnswer>> {
    return readSubmissions(this.pool, page, status).then(present);
  }
}

const present = ({ drafts, draftsCount }: DraftList) => ({ drafts: drafts.map(presentDraftInList), draftsCount });
