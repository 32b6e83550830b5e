import type { z } from 'zod';
import type { Commenter } from '#read-models/commenter/read-commenter.js';
import { unauthorized } from '#service/problem.js';
import type { MeAnswer } from './people.answers.js';

/** A person as they see themselves. @throws Problem 401 for one who was erased. */
export function presentMe(commenter: Commenter): z.infer<typeof MeAnswer> {
  const { kind, personId: id, name, commentCount, erasureDueAt } = commenter;
  if (kind === 'erased') throw unauthorized('is of somebody who was erased');
  const erasure = erasureDueAt && { dueAt: erasureDueAt.toISOString() };
  return { me: { kind, id, name, commentCount, erasure } };
}
