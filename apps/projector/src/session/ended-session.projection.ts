import type { Projection } from '#projection/projection.js';
import type { EndedSessionRow } from '#read-models/session/ended-session.entity.js';
import { saveEndedSessions } from '#read-models/session/save-ended-sessions.js';

/** Sessions that have ended, from the users topic. */
export const endedSession: Projection<EndedSessionRow> = {
  name: 'ended-session',
  rowIds: (event) => (event.type === 'SessionsEnded' ? event.data.sessionIds : []),
  evolve: (_row, _event, sessionId) => ({ sessionId }),
  save: saveEndedSessions,
};
