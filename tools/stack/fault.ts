/** Something the person at the terminal can mend: what is wrong and what to do, in one line each. */
export class Fault extends Error {}
