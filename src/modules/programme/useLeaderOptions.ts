import { useQuery } from "@tanstack/react-query";
import { colleaguesQuery } from "../organisation/api.ts";

/** Colleagues as options; somebody who leads already but is no longer on the list keeps a line. */
export function useLeaderOptions(known: readonly { id: string; name: string }[]): { value: string; label: string }[] {
  const colleagues = useQuery(colleaguesQuery).data?.colleagues ?? [];
  const gone = known.filter(({ id }) => !colleagues.some((each) => each.id === id));
  return [...colleagues, ...gone].map(({ id, name }) => ({ value: id, label: name }));
}
