import { Inject, Injectable } from '@nestjs/common';
import type { LookUp } from '#commands/commands.js';
import type { EditComment } from '#contracts/comments/comment.commands.js';
import { LOOK_UPS, POOL } from '#event-store/nest/event-store.module.js';
import type { SharedConnection } from '#postgres/shared-connection.js';
import type { Pool } from 'pg';
import { findComment } from '../comment/find-comment.js';
import { isTheirs } from '../comment/is-theirs.js';
import { lookUpEditing, type Editing } from './look-up-editing.js';

interface Found extends Editing {
  isTheirs: boolean;
  /** Whose key seals the new text: the author's, who may be a guest linked to who edits. */
  sealedFor: string[];
}

/** Reads what the decision on an edit needs, while the caller is checked. */
@Injectable()
export class EditingLookUp {
  constructor(
    @Inject(LOOK_UPS) private readonly lookUps: SharedConnection,
    @Inject(POOL) private readonly pool: Pool,
  ) {}

  /** @param address of the command's client */
  from(address: string | undefined): LookUp<'edit-comment', EditComment, Found> {
    return { read: ({ commentId }, personId) => this.read(commentId, personId, address) };
  }

  private async read(commentId: number, personId: string, from: string | undefined): Promise<Found> {
    const comment = await findComment(this.pool, commentId);
    const [theirs, editing] = await Promise.all([
      isTheirs(this.lookUps, comment, personId),
      lookUpEditing(this.lookUps, { personId, from }),
    ]);
    const owner = comment.kind === 'unposted' || !theirs ? personId : comment.authorId;
    return { ...editing, isTheirs: theirs, sealedFor: [owner] };
  }
}
