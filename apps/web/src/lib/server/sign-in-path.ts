/** The sign-in that leads back to a path of this site. */
export const signInPath = (back: string): string => `/sign-in?back=${encodeURIComponent(back)}`;
