/** What streams have come to, each in the form of one fold; written with the events, and made anew from them where it is not there. */
export const streamStatesTable = `
CREATE TABLE IF NOT EXISTS stream_states (
  stream text NOT NULL,
  fold text NOT NULL,
  version integer NOT NULL,
  state json,
  PRIMARY KEY (stream, fold)
);
`;
