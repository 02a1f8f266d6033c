import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, DownloadLink } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { formatInstant } from "../../../platform/ui/format.ts";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { TextArea } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { recruitmentStale } from "../api.ts";
import { papersAddress, papersQuery } from "./api.ts";
import type { RecruitmentPapers } from "./contract.ts";
import { paperMessages } from "./messages.ts";
import "./papers.css";

/** What candidates of a recruitment sign, in the organisation's own words, with every edition. */
export function PapersScreen() {
  const t = useMessages(paperMessages);
  const recruitmentId = useParam("recruitmentId");
  const query = useQuery(papersQuery(recruitmentId));
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      back={{ to: `/recruitment/${recruitmentId}`, label: query.data?.title ?? "…" }}
      narrow
    >
      <Loaded query={query} lines={8}>
        {(view) => (
          <>
            {view.papers.map((paper) => (
              <PaperCard key={paper.kind} view={view} paper={paper} onReload={() => void query.refetch()} />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}

type Paper = RecruitmentPapers["papers"][number];
type PaperProps = { view: RecruitmentPapers; paper: Paper; onReload: () => void };

function PaperCard({ view, paper, onReload }: PaperProps) {
  const t = useMessages(paperMessages);
  const [editing, setEditing] = useState(false);
  const [newest, ...earlier] = paper.editions;
  const maySet = view.maySet && !view.closed;
  return (
    <Card title={t(`kind.${paper.kind}`)}>
      {editing ? (
        <PaperForm
          key={newest?.no ?? 0}
          recruitmentId={view.recruitmentId}
          paper={paper}
          onReload={onReload}
          onDone={() => setEditing(false)}
        />
      ) : (
        <>
          {newest ? <Holding view={view} paper={paper} newest={newest} /> : <p className="soft">{t("none")}</p>}
          {!newest && !maySet && <p className="soft">{t("none.who")}</p>}
          {maySet && (
            <p>
              <Button icon="edit" onClick={() => setEditing(true)}>
                {t(newest?.words ? "act.change" : "act.enter")}
              </Button>
            </p>
          )}
        </>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{t("edition.earlier")}</summary>
          <ul role="list" className="stack">
            {earlier.map((one) => (
              <li key={one.no} className="stack-tight">
                <EditionLine one={one} />
                {one.words ? <Words words={one.words} /> : <span className="soft">{t("edition.empty")}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

type Edition = Paper["editions"][number];

function Holding({ view, paper, newest }: { view: RecruitmentPapers; paper: Paper; newest: Edition }) {
  const t = useMessages(paperMessages);
  if (newest.words === "") return <p className="soft">{t("ended", { no: newest.no })}</p>;
  return (
    <>
      <Words words={newest.words} />
      <EditionLine one={newest} />
      {paper.unsigned > 0 && (
        <>
          <p>{t("unsigned", { count: paper.unsigned })}</p>
          <p>
            <DownloadLink href={papersAddress(view.recruitmentId, paper.kind, t.lang)} icon="print">
              {t("act.printAll")}
            </DownloadLink>
          </p>
        </>
      )}
    </>
  );
}

function EditionLine({ one: { no, at, by } }: { one: Edition }) {
  const t = useMessages(paperMessages);
  return <span className="soft small">{t("edition.of", { no, at: formatInstant(at, t.lang), by })}</span>;
}

const Words = ({ words }: { words: string }) => <p className="paper-words">{words}</p>;

type PaperFormProps = { recruitmentId: string; paper: Paper; onReload: () => void; onDone: () => void };

function PaperForm({ recruitmentId, paper: { kind, editions }, onReload, onDone }: PaperFormProps) {
  const t = useMessages(paperMessages);
  const [newest] = editions;
  const form = useCommandForm({
    type: "recruitment.set-paper",
    messages: t,
    draft: `recruitment.set-paper ${recruitmentId} ${kind}`,
    initial: { words: newest?.words ?? "" },
    build: ({ words }) => ({ recruitmentId, kind, seenNo: newest?.no ?? 0, words }),
    check: ({ words }) => (newest?.words || words.trim() ? [] : [{ path: "words", code: "paper.no_words" }]),
    invalidates: recruitmentStale,
    onDone: () => {
      toast({ text: t("saved") });
      onDone();
    },
  });
  return (
    <>
      <CommandForm
        form={form}
        submit={t("act.save")}
        onReload={onReload}
        {...(newest ? { note: t("words.next") } : {})}
      >
        <TextArea label={t("words")} hint={t("words.hint")} rows={14} maxLength={20_000} {...form.field("words")} />
      </CommandForm>
      <p>
        <Button kind="plain" onClick={onDone}>
          {t("act.cancel")}
        </Button>
      </p>
    </>
  );
}
