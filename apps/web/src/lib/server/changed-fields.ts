/** The fields that are not what is stored; nothing and null are the same. Undefined if all are. */
export function changedFields(
  sent: Record<string, string>,
  stored: Record<string, string | null>,
): Record<string, string> | undefined {
  const changed = Object.entries(sent).filter(([name, value]) => value.trim() !== (stored[name] ?? '').trim());
  return changed.length === 0 ? undefined : Object.fromEntries(changed);
}
