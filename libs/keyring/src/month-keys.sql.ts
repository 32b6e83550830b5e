export const sqlCreateMonthKeys = `
INSERT INTO month_keys (month, wrapped, wrapped_under)
SELECT month, wrapped, $3 FROM unnest($1::text[], $2::bytea[]) AS input (month, wrapped)
ORDER BY month
ON CONFLICT (month) DO NOTHING`;

export const sqlMonthKeysOf = `
SELECT month AS owner, wrapped, wrapped_under FROM month_keys WHERE month = ANY($1) AND wrapped IS NOT NULL`;

export const sqlMonths = `SELECT month FROM month_keys WHERE wrapped IS NOT NULL ORDER BY month`;

export const sqlDestroyMonthKeys = `
UPDATE month_keys SET wrapped = NULL, destroyed_at = now() WHERE month = ANY($1) AND wrapped IS NOT NULL`;
