/** Where what is learned from topics is kept. */
export const listeningSchema = 'listening';
