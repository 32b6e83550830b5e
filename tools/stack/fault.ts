/** A problem that the person at the terminal can solve: what is wrong and what to do, in one line each. */
export class Fault extends Error {}
