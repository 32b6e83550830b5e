import { inOneGo } from '#postgres/in-one-go.js';
import type { ClientBase } from 'pg';
import type { Answer } from './answer.js';
import { microsecondsNow, nextSequence } from './sequence.sql.js';

// Whoever changes what is shown holds the row of the lists until the commit, and takes it first.
const sqlTurn = `
INSERT INTO site_head AS head (answer, sequence) VALUES ('lists', 0)
ON CONFLICT (answer) DO UPDATE SET sequence = head.sequence`;

// As a rule whoever is new has nothing to show. What of theirs came before them is all visible here: it was committed
// before the turn was taken; or it comes later, and finds them.
const sql = `
INSERT INTO site_head AS head (answer, sequence)
SELECT answer, ${microsecondsNow} FROM (
  SELECT unnest($1::text[])
  UNION SELECT unnest('{articles,lists}'::text[])
    WHERE EXISTS (SELECT FROM article_page WHERE author_id = ANY($2::uuid[]))
  UNION SELECT 'threads-current'
    WHERE EXISTS (SELECT FROM comments_by_person WHERE person_id = ANY($2::uuid[]))
       OR EXISTS (SELECT FROM commenter WHERE linked_to = ANY($2::uuid[]))
) AS raised (answer) ORDER BY answer
ON CONFLICT (answer) DO UPDATE SET sequence = ${nextSequence('head', '1')}`;

/**
 * Raises what these kinds of answers have in common, and those in which people who are new were expected already. It locks
 * rows that every partition raises, so it comes last in its transaction.
 * @param introduced ids of people of whom nothing was known before
 */
export async function raiseSiteHeads(client: ClientBase, answers: Answer[], introduced: string[] = []): Promise<void> {
  await inOneGo([
    client.query({ name: 'take-turn-at-site-heads', text: sqlTurn }),
    client.query({ name: 'raise-site-heads', text: sql, values: [answers, introduced] }),
  ]);
}
