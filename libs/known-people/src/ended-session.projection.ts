import type { BroadsideEvent } from '#contracts/events.js';
import type { Projection } from '#projection/projection.js';

export interface EndedSession {
  sessionId: string;
}

/** The ended sessions, from the users topic. */
export const endedSession: Projection<EndedSession, unknown, BroadsideEvent> = {
  name: 'ended-session',
  rowIds: (event) => (event.type === 'SessionsEnded' ? event.data.sessionIds : []),
  evolve: (_row, _event, sessionId) => ({ sessionId }),
  save: async (client, rows) => {
    await client.query({
      name: 'save-ended-sessions',
      text: `INSERT INTO listening.ended_session (session_id) SELECT * FROM unnest($1::uuid[]) ON CONFLICT DO NOTHING`,
      values: [rows.map(({ sessionId }) => sessionId)],
    });
  },
};
