/** The schema of replicated data. */
export const listeningSchema = 'listening';
