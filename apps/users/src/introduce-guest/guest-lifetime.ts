/** A guest's credential is valid for a year, or until it is rotated. */
export const guestLifetimeSeconds = 365 * 24 * 3_600;
