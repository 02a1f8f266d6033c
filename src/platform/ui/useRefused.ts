import { useQuery } from "@tanstack/react-query";
import { getCarrier } from "./carrier.ts";
import { useUrlFilters } from "./navigation.ts";

/**
 * The refused command that the address names (`?mends=`), to be filled in again by the screen of its type.
 * @returns its payload and the version that its sender saw, or undefined: nothing is mended here; `reading` while it is looked for
 */
export function useRefused<P>(type: string): {
  mends: string | undefined;
  sent: P | undefined;
  base: number | undefined;
  reading: boolean;
} {
  const [{ mends }] = useUrlFilters({ mends: "" });
  const refused = useQuery({
    queryKey: ["held", "refused", mends],
    queryFn: async () => (await getCarrier()?.pending())?.find(({ id }) => id === mends) ?? null,
    enabled: mends !== "",
    staleTime: "static",
  });
  const found = refused.data?.type === type ? refused.data : undefined;
  return {
    mends: found ? mends : undefined,
    sent: found?.envelope.payload as P | undefined, // built by the screen that now reads it again
    base: found?.envelope.base,
    reading: mends !== "" && refused.isPending,
  };
}
