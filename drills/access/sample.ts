/** A sample in an order that the seed decides. */
export function sampleOf<T>(all: readonly T[], size: number, seed: number): T[] {
  let state = seed;
  const draw = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state;
  };
  return all
    .map((one): [number, T] => [draw(), one])
    .toSorted(([a], [b]) => a - b)
    .slice(0, size)
    .map(([, one]) => one);
}
