import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../../platform/ui/Button.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { criteriaQuery } from "./api.ts";
import type { CriteriaView } from "./contract.ts";
import { criteriaMessages } from "./messages.ts";
import { RuleList } from "./RuleList.tsx";

type Edition = CriteriaView["editions"][number];

/** Who may take part: the rules that hold, as sentences, and the editions before with what was judged by them. */
export function CriteriaScreen() {
  const t = useMessages(criteriaMessages);
  const projectId = useParam("projectId");
  const criteria = useQuery(criteriaQuery(projectId));
  const { title, mayChange = false, editions = [] } = criteria.data ?? {};
  const change = (
    <LinkButton to={`/projects/${projectId}/criteria/edit`} kind="main" icon="edit">
      {t(editions.length === 0 ? "criteria.set" : "criteria.change")}
    </LinkButton>
  );
  return (
    <Page
      title={t("criteria.of")}
      lead={editions.length > 0 ? t("criteria.all") : undefined}
      back={{ to: `/projects/${projectId}`, label: title ?? "…" }}
      actions={mayChange && editions.length > 0 && change}
    >
      <Loaded query={criteria}>
        {({ editions: [now, ...before] }) =>
          now ? (
            <>
              <EditionCard edition={now} holds />
              {before.length > 0 && <h2>{t("criteria.history")}</h2>}
              {before.map((edition) => (
                <EditionCard key={edition.no} edition={edition} />
              ))}
            </>
          ) : (
            <EmptyState
              title={t("criteria.none")}
              text={t("criteria.noneNext")}
              {...(mayChange ? { action: change } : {})}
            />
          )
        }
      </Loaded>
    </Page>
  );
}

function EditionCard({ edition, holds = false }: { edition: Edition; holds?: boolean }) {
  const t = useMessages(criteriaMessages);
  const { no, rules, exceptionsAllowed, reason, setOn, by, judged } = edition;
  return (
    <Card
      title={t("criteria.edition", { no })}
      actions={holds && <Status tone="confirmed">{t("criteria.holds")}</Status>}
      {...(holds ? {} : { level: 3 as const })}
    >
      {rules.length === 0 ? <p>{t("criteria.none")}</p> : <RuleList rules={rules} />}
      <p>{t(exceptionsAllowed ? "criteria.exceptionsYes" : "criteria.exceptionsNo")}</p>
      {reason !== "" && <p>{t("criteria.why", { reason })}</p>}
      <p className="soft small">
        {t("criteria.setBy", { day: formatDay(setOn, t.lang), by })}; {t("criteria.judged", { count: judged })}
      </p>
    </Card>
  );
}
