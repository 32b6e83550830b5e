/**
 * Sessions that expired more than $1 days ago, up to 100, ended or not. Ended ones are kept until they expire, for two
 * reasons: a guest's credential is valid until then unless its row says that it was ended; and all refresh tokens of a
 * present session must be known, because a second use ends it. After its expiry nothing of a session is valid, with or
 * without a row.
 */
export const lapsedSessions = `
SELECT id FROM sessions WHERE expires_at < now() - make_interval(days => $1) ORDER BY expires_at, id LIMIT 100`;
