/** A text, and what of it is selected. */
export interface Selected {
  text: string;
  start: number;
  end: number;
}

/** What is put in place of a part of a text, and what is selected then. */
export interface Edit {
  from: number;
  to: number;
  put: string;
  start: number;
  end: number;
}
