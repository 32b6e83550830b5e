/** Part of a text, by its offsets. */
export interface Stretch {
  from: number;
  to: number;
}

/** Whether an offset is within one of the stretches, which are in order; offsets are asked for in order too. */
export function within(stretches: readonly Stretch[]): (offset: number) => boolean {
  let next = 0;
  return (offset) => {
    let stretch = stretches[next];
    while (stretch && stretch.to <= offset) stretch = stretches[(next += 1)];
    return stretch !== undefined && stretch.from <= offset;
  };
}
