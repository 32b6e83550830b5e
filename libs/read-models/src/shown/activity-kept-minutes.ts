/** Minutes for which a change is kept. An older change is no news, so a rebuild adds none. */
export const activityKeptMinutes = 60;
