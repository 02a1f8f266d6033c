import { useQuery } from "@tanstack/react-query";
import { colleaguesQuery, colleaguesWho } from "../organisation/api.ts";
import { programmeAccess } from "./access.ts";

/** Colleagues whose role works with groups, as options; somebody who leads already but is no longer on the list keeps a line. */
export function useLeaderOptions(known: readonly { id: string; name: string }[]): { value: string; label: string }[] {
  const colleagues = colleaguesWho(useQuery(colleaguesQuery).data?.colleagues, programmeAccess["member.read"]);
  const gone = known.filter(({ id }) => !colleagues.some((each) => each.id === id));
  return [...colleagues, ...gone].map(({ id, name }) => ({ value: id, label: name }));
}
