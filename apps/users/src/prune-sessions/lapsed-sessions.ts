/**
 * Sessions that expired more than $1 days ago, up to 100, ended or not. Their end does not count: until it expires, a
 * guest's credential is good unless its row says that it was ended, and refresh tokens of a session that goes on must all
 * be known, for one that is used again ends it. Of an expired session nothing is good any more, with or without a row.
 */
export const lapsedSessions = `
SELECT id FROM sessions WHERE expires_at < now() - make_interval(days => $1) ORDER BY expires_at, id LIMIT 100`;
