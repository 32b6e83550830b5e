/** Why a line is refused. */
export class UnfitLine extends Error {}
