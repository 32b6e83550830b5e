/** How much of each daily budget was spent on the last day that anything was. */
export const spentTable = `
CREATE TABLE IF NOT EXISTS spent (
  subject_id uuid NOT NULL,
  budget text NOT NULL,
  day date NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (subject_id, budget)
);
`;
