import { lazy, Suspense } from "react";
import { caseworkAccess } from "../../modules/casework/access.ts";
import { useHasRole } from "../../platform/ui/session.ts";
import { SkeletonLines } from "../../platform/ui/Waiting.tsx";

const Street = lazy(() =>
  import("../../modules/outreach/StreetPeopleScreen.tsx").then((it) => ({ default: it.StreetPeopleScreen })),
);
const Caseload = lazy(() =>
  import("../../modules/casework/PeopleScreen.tsx").then((it) => ({ default: it.PeopleScreen })),
);
const Search = lazy(() => import("../../modules/person/PeopleScreen.tsx").then((it) => ({ default: it.PeopleScreen })));

/** One address, the list of the role: whom the team meets in the street, whose case I work on, or a search alone. */
export function PeopleScreen() {
  const outside = useHasRole("OUTREACH_WORKER", "OUTREACH_COORDINATOR");
  const worker = useHasRole(...Object.keys(caseworkAccess["case.read"]));
  const Screen = outside ? Street : worker ? Caseload : Search;
  return (
    <Suspense fallback={<SkeletonLines />}>
      <Screen />
    </Suspense>
  );
}
