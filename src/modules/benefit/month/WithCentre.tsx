import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { centresQuery } from "./api.ts";

/** A part of the first screen that is about a centre: whoever works in none is shown nothing, and nothing of a centre is asked for. */
export function WithCentre({ children }: { children: ReactNode }) {
  const { data } = useQuery(centresQuery);
  return data && data.centres.length > 0 ? children : null;
}
