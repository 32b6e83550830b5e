/** Where a form of a list is sent so that it stays at its place in it, as `?offset=50&/reinstate`. */
export function actionAt({ searchParams }: { searchParams: Iterable<[string, string]> }, action: string): string {
  const kept = [...searchParams].filter(([name]) => !name.startsWith('/'));
  return kept.length === 0 ? `?/${action}` : `?${new URLSearchParams(kept)}&/${action}`;
}
