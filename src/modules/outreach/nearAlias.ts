/** A shorter piece than this is near to everything. */
const shortest = 4;

/**
 * True when a word of `name` begins with `wanted` but for one letter: another one, one too many, one missing or two changed
 * round. Both come folded; fewer than four typed letters are near to nothing.
 */
export function nearAlias(name: string, wanted: string): boolean {
  if (wanted.length < shortest) return false;
  return name.split(/\s+/).some((word) =>
    [-1, 0, 1].some((more) => {
      const piece = word.slice(0, wanted.length + more);
      return piece.length >= shortest - 1 && oneSlip(piece, wanted);
    }),
  );
}

function oneSlip(one: string, two: string): boolean {
  let at = 0;
  while (at < one.length && one[at] === two[at]) at += 1;
  const [first, second] = [one.slice(at), two.slice(at)];
  return (
    first.slice(1) === second.slice(1) ||
    first === second.slice(1) ||
    first.slice(1) === second ||
    (first.length > 1 && first[0] === second[1] && first[1] === second[0] && first.slice(2) === second.slice(2))
  );
}
