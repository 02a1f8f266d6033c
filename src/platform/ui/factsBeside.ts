/** A figure from elsewhere in the house: `of` is what there could have been, null where there is no such figure. */
export type Fact = {
  label: Readonly<Record<"pl" | "en" | "uk", string>>;
  sphere: string | null;
  count: number;
  of: number | null;
};

/**
 * Which facts stand beside a promise of their sphere, and which are told at the top: those of no sphere, and those of a
 * sphere that no promise names. Each fact stands in one of the two, in the order in which it came.
 */
export function factsBeside<F extends Fact>(
  facts: readonly F[],
  spheres: readonly (string | null)[],
): { above: F[]; beside: (sphere: string | null) => F[] } {
  const named = new Set(spheres.filter((sphere) => sphere !== null));
  const stands = ({ sphere }: Fact) => sphere !== null && named.has(sphere);
  return {
    above: facts.filter((fact) => !stands(fact)),
    beside: (sphere) => facts.filter((fact) => stands(fact) && fact.sphere === sphere),
  };
}
