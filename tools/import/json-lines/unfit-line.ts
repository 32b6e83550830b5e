/** Why a line is not taken. */
export class UnfitLine extends Error {}
