/** Of whom a second factor is required: Nest's injection token. */
export const SECOND_FACTOR_REQUIRED_OF = Symbol('SECOND_FACTOR_REQUIRED_OF');
