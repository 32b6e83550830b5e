/**
 * Who is to be erased and when; a row stays once it is done, so that nothing restored comes to life again. And how the
 * answers to somebody's commands are found, among all there are.
 */
export const erasuresTable = `
CREATE TABLE IF NOT EXISTS erasures (
  person_id uuid PRIMARY KEY,
  due_at timestamptz NOT NULL,
  erased_at timestamptz
);
CREATE INDEX IF NOT EXISTS erasures_due ON erasures (due_at) WHERE erased_at IS NULL;
CREATE INDEX IF NOT EXISTS commands_of_person ON commands ((answer->>'personId'))
  WHERE answer->>'personId' IS NOT NULL;
`;
