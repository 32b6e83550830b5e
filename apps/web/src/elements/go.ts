/** To another page, or to the same one anew: a change of its fragment alone would not load it. */
export function go(location_: string): void {
  const to = new URL(location_, location.href);
  const isHere = to.pathname + to.search === location.pathname + location.search;
  if (isHere) history.replaceState(null, '', to);
  if (isHere) location.reload();
  else location.assign(to);
}
