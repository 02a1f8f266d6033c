import { useQuery } from "@tanstack/react-query";
import { AppLink } from "../../../platform/ui/Button.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { projectMessages } from "../messages.ts";
import { exceptionsQuery } from "./api.ts";
import type { EnrolmentExceptions } from "./contract.ts";
import { criteriaMessages, ruleWords } from "./messages.ts";

/** Who was taken in beside the rules or the recruitment, what was waived, why and by whom. */
export function ExceptionsScreen() {
  const t = useMessages(projectMessages);
  const projectId = useParam("projectId");
  const query = useQuery(exceptionsQuery(projectId));
  return (
    <Page
      title={t("exceptions.title")}
      lead={query.data?.title}
      back={{ to: `/projects/${projectId}`, label: query.data?.title ?? "…" }}
      narrow
    >
      <Loaded query={query} lines={6}>
        {({ exceptions, hidden }) => (
          <>
            {exceptions.length === 0 && <EmptyState title={t("exceptions.none")} text={t("exceptions.noneNext")} />}
            {exceptions.map((one) => (
              <ExceptionCard key={one.enrolmentId} one={one} />
            ))}
            {hidden > 0 && <p className="soft">{t("participants.hidden", { count: hidden })}</p>}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function ExceptionCard({ one }: { one: EnrolmentExceptions["exceptions"][number] }) {
  const t = useMessages(projectMessages);
  const of = useMessages(criteriaMessages);
  return (
    <Card title={`${one.personName} (${one.personNo})`}>
      <p className="soft small">
        {formatDay(one.startedOn, t.lang)}
        {one.endedOn ? ` – ${formatDay(one.endedOn, t.lang)}` : ""} · {one.by}
      </p>
      <ul>
        {one.failed.map((rule) => (
          <li key={rule.ruleId}>{t("exceptions.rule", { rule: ruleWords(of, rule) })}</li>
        ))}
        {one.conditions.map((code) => (
          <li key={code}>{t.maybe(`kept.${code}`) ?? t.maybe(code) ?? code}</li>
        ))}
      </ul>
      {[one.exceptionReason, one.waivedReason].filter(Boolean).map((reason) => (
        <p key={reason}>{t("exception.because", { reason })}</p>
      ))}
      <p>
        <AppLink to={`/people/${one.personId}`} search={{ tab: "projects" }}>
          {t("exceptions.person")}
        </AppLink>
      </p>
    </Card>
  );
}
