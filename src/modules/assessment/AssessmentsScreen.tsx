import { useQuery } from "@tanstack/react-query";
import { useParam } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { AssessmentsPanel } from "./AssessmentsPanel.tsx";
import { caseAssessmentsQuery } from "./api.ts";
import { assessmentMessages } from "./messages.ts";

/** The specialists' conclusions of one case side by side. */
export function AssessmentsScreen() {
  const t = useMessages(assessmentMessages);
  const query = useQuery(caseAssessmentsQuery(useParam("caseId")));
  const person = query.data;
  return (
    <Page
      title={person ? t("title.case", { name: person.personName }) : t("tab")}
      back={
        person
          ? { to: `/people/${person.personId}`, label: person.personName }
          : { to: "/recommendations", label: t("title.list") }
      }
    >
      <Loaded query={query}>{(view) => <AssessmentsPanel view={view} />}</Loaded>
    </Page>
  );
}
