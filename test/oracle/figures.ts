/** Of the figures that are possible the smallest; none while one of them is not set. */
export const smallest = (figures: readonly (number | null)[]): number | 'UNSET' => {
  const set = figures.flatMap((figure) => figure ?? []);
  return set.length < figures.length ? 'UNSET' : Math.min(...set);
};
