import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../../platform/ui/Button.tsx";
import { Dialog } from "../../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { workHistoryQuery } from "./api.ts";
import type { Qualification, WorkHistory, WorkPeriod } from "./contract.ts";
import { PeriodForm, QualificationForm } from "./HistoryForms.tsx";
import { LostDocuments } from "./LostDocuments.tsx";
import { historyMessages } from "./messages.ts";
import { Qualifications } from "./Qualifications.tsx";
import { Registrations } from "./Registrations.tsx";
import { StatusCards } from "./StatusCards.tsx";
import { WithdrawButton } from "./WithdrawButton.tsx";
import { WorkPicture } from "./WorkPicture.tsx";
import { WorkTable } from "./WorkTable.tsx";
import "../assessments.css";
import "./history.css";

/** Work history of a person: picture and table, months without work in three ways, papers to recover. */
export function WorkHistoryScreen() {
  const t = useMessages(historyMessages);
  const personId = useParam("personId");
  const query = useQuery(workHistoryQuery(personId));
  return (
    <Page
      title={query.data ? t("title.person", { name: query.data.personName }) : t("title")}
      back={{ to: `/people/${personId}`, label: query.data?.personName ?? t("backToPerson") }}
    >
      <Loaded query={query}>{(history) => <History history={history} reload={() => void query.refetch()} />}</Loaded>
    </Page>
  );
}

type Asked = { period?: WorkPeriod } | { qualification?: Qualification; of: "qualification" };

function History({ history, reload }: { history: WorkHistory; reload: () => void }) {
  const t = useMessages(historyMessages);
  const [asked, ask] = useState<Asked | null>(null);
  const close = () => ask(null);
  const { personId, mayWrite } = history;
  const empty = history.periods.length === 0;
  const add = mayWrite && (
    <Button icon="plus" kind={empty ? "main" : "quiet"} onClick={() => ask({})}>
      {t("add.period")}
    </Button>
  );
  const ofQualification = asked !== null && "of" in asked;
  const entry = asked && ("of" in asked ? asked.qualification : asked.period);
  // as it stands after a reload, while the dialog keeps what was typed
  const period = history.periods.find(({ id }) => id === entry?.id);
  const qualification = history.qualifications.find(({ id }) => id === entry?.id);
  return (
    <div className="stack">
      {empty ? (
        <EmptyState title={t("none")} text={t("noneText")} action={add || undefined} />
      ) : (
        <Card title={t("picture")} actions={add || undefined}>
          <WorkPicture history={history} />
          <WorkTable history={history} onEdit={(period) => ask({ period })} />
        </Card>
      )}
      <StatusCards history={history} />
      <Registrations history={history} />
      <Qualifications
        history={history}
        onAdd={() => ask({ of: "qualification" })}
        onEdit={(qualification) => ask({ of: "qualification", qualification })}
      />
      <LostDocuments history={history} />
      <Dialog
        open={asked !== null}
        title={t(ofQualification ? (entry ? "edit" : "add.qualification") : entry ? "edit" : "add.period")}
        onClose={close}
      >
        {asked && (
          <div className="assessments-small-form stack">
            {"of" in asked ? (
              <QualificationForm
                personId={personId}
                one={qualification ?? asked.qualification}
                onReload={reload}
                onDone={close}
              />
            ) : (
              <PeriodForm personId={personId} one={period ?? asked.period} onReload={reload} onDone={close} />
            )}
            {entry && <WithdrawButton id={entry.id} of={ofQualification ? "qualification" : "period"} onDone={close} />}
          </div>
        )}
      </Dialog>
    </div>
  );
}
