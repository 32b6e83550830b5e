/** Who follows whom at this moment; written with the events, or as an older stream is folded. */
export const followingsTable = `
CREATE TABLE IF NOT EXISTS followings (
  follower_id uuid NOT NULL,
  followed_id uuid NOT NULL,
  PRIMARY KEY (follower_id, followed_id)
);
CREATE INDEX IF NOT EXISTS followings_followed ON followings (followed_id);
`;
