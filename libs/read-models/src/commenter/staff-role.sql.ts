/** A role that readers see beside a name; the highest of a person's. */
export type StaffRole = 'editor' | 'moderator' | 'admin';

/** The condition of the index `commenter_staff`, which has the few rows of the staff alone. */
export const isStaffSql = (roles: string) => `${roles} ?| '{editor,moderator,admin}'::text[]`;

/** An expression: the highest role of the staff among roles, or null. @param roles an expression: an array as jsonb */
export const staffRoleSql = (roles: string) =>
  `CASE WHEN ${roles} ? 'admin' THEN 'admin' WHEN ${roles} ? 'moderator' THEN 'moderator'
        WHEN ${roles} ? 'editor' THEN 'editor' END`;
