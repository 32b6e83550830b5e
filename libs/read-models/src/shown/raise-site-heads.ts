import { pipelined } from '#postgres/pipelined.js';
import type { ClientBase } from 'pg';
import type { Answer } from './answer.js';
import { microsecondsNow, nextSequence } from './sequence.sql.js';

// Every transaction that changes what readers see locks the row of the lists first, and holds it until the commit.
const sqlTurn = `
INSERT INTO site_head AS head (answer, sequence) VALUES ('lists', 0)
ON CONFLICT (answer) DO UPDATE SET sequence = head.sequence`;

// As a rule a new person has no rows yet. Rows that came before the person were committed before this lock was taken,
// so they are visible here; rows that come later find the person.
const sql = `
INSERT INTO site_head AS head (answer, sequence)
SELECT answer, ${microsecondsNow} FROM (
  SELECT unnest($1::text[])
  UNION SELECT unnest('{articles,lists}'::text[])
    WHERE EXISTS (SELECT FROM article_page WHERE author_id = ANY($2::uuid[]))
       OR EXISTS (SELECT FROM favorite WHERE person_id = ANY($2::uuid[]))
  UNION SELECT 'threads-current'
    WHERE EXISTS (SELECT FROM comments_by_person WHERE person_id = ANY($2::uuid[]))
       OR EXISTS (SELECT FROM commenter WHERE linked_to = ANY($2::uuid[]))
) AS raised (answer) ORDER BY answer
ON CONFLICT (answer) DO UPDATE SET sequence = ${nextSequence('head', '1')}`;

/**
 * Raises the versions that these kinds of answers share, and those of answers in which new people already have rows. It
 * locks rows that every partition raises, so it comes last in its transaction.
 * @param introduced ids of people of whom nothing was projected before
 */
export async function raiseSiteHeads(client: ClientBase, answers: Answer[], introduced: string[] = []): Promise<void> {
  await pipelined([
    client.query({ name: 'take-turn-at-site-heads', text: sqlTurn }),
    client.query({ name: 'raise-site-heads', text: sql, values: [answers, introduced] }),
  ]);
}
