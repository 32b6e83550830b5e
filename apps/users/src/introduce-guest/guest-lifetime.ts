/** A guest's credential lasts a year, or until it is rotated. */
export const guestLifetimeSeconds = 365 * 24 * 3_600;
