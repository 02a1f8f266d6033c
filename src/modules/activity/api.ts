import { getJson } from "../../platform/ui/api.ts";
import type { ActiveGroup, ActiveGroups } from "./active/contract.ts";
import type { CourseCard, CourseList } from "./course/contract.ts";
import type { ExchangeList, GatheringCard, GatheringLeaders, GatheringYear } from "./gathering/contract.ts";
import type { OfferMonth } from "./offer/contract.ts";
import type { Participation } from "./participation/contract.ts";
import type { StandardView } from "./standard/contract.ts";

type Asked = { signal: AbortSignal };
const asking =
  <A>(path: string) =>
  ({ signal }: Asked) =>
    getJson<A>(path, { signal });

export const offerMonthQuery = (unitId: string, month: string) => ({
  queryKey: ["activities", "offer", "month", unitId, month],
  queryFn: asking<OfferMonth>(`/api/open-offer/${unitId}/months/${month}`),
});
export const coursesQuery = {
  queryKey: ["activities", "courses"],
  queryFn: asking<CourseList>("/api/courses"),
};
export const courseQuery = (courseId: string) => ({
  queryKey: ["activities", "course", courseId],
  queryFn: asking<CourseCard>(`/api/courses/${courseId}`),
});
export const gatheringYearQuery = (unitId: string, year: number) => ({
  queryKey: ["activities", "gatherings", unitId, year],
  queryFn: asking<GatheringYear>(`/api/gatherings/${unitId}/years/${year}`),
});
export const gatheringQuery = (gatheringId: string) => ({
  queryKey: ["activities", "gathering", gatheringId],
  queryFn: asking<GatheringCard>(`/api/gatherings/${gatheringId}`),
});
export const leadersQuery = (unitId: string) => ({
  queryKey: ["activities", "leaders", unitId],
  queryFn: asking<GatheringLeaders>(`/api/gatherings-leaders/${unitId}`),
});
export const exchangesQuery = (unitId: string) => ({
  queryKey: ["activities", "exchanges", unitId],
  queryFn: asking<ExchangeList>(`/api/service-exchanges/${unitId}`),
});
export const participationQuery = (personId: string) => ({
  queryKey: ["activities", "participation", personId],
  queryFn: asking<Participation>(`/api/people/${personId}/participation`),
});

export const standardQuery = (unitId: string) => ({
  queryKey: ["activities", "standard", unitId],
  queryFn: asking<StandardView>(`/api/club-standard/${unitId}`),
});
export const standardPrintAddress = (reviewId: string, lang: string, print: "normal" | "large" | "edit"): string =>
  `/api/club-standard-reviews/${reviewId}/paper?lang=${lang}&print=${print}`;

export const activeGroupsQuery = (unitId: string) => ({
  queryKey: ["activities", "active", unitId],
  queryFn: asking<ActiveGroups>(`/api/active-groups-of/${unitId}`),
});
export const activeGroupQuery = (activeGroupId: string) => ({
  queryKey: ["activities", "active-group", activeGroupId],
  queryFn: asking<ActiveGroup>(`/api/active-groups/${activeGroupId}`),
});
export const activeGroupPrintAddress = (id: string, lang: string, print: "normal" | "large" | "edit"): string =>
  `/api/active-groups/${id}/paper?lang=${lang}&print=${print}`;

export const courseCertificateAddress = (
  participantId: string,
  lang: string,
  print: "normal" | "large" | "edit",
): string => `/api/course-participants/${participantId}/certificate?lang=${lang}&print=${print}`;

/** What an act makes old in the browser. */
export const activitiesStale = [["activities"], ["timeline"], ["people"]];
