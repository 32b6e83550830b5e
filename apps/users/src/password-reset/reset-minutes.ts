/** Minutes for which a link works; for as long its mail is tried. */
export const resetMinutes = 30;
