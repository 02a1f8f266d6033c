import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { InstantText } from "../../platform/ui/Words.tsx";
import { personKeys, sectionQuery } from "./api.ts";
import { type SectionName, sectionCodes, sectionNames } from "./codes.ts";
import type { PersonFile, SectionView } from "./contract.ts";
import { personMessages } from "./messages.ts";
import { WhereaboutsReaders } from "./WhereaboutsReaders.tsx";

/** Sealed parts of the file. Each is opened on its own, because each opening stands in the audit. */
export function SectionsTab({ person }: { person: PersonFile }) {
  const t = useMessages(personMessages);
  const mine = sectionNames.filter((section) => person.sections.includes(section));
  if (mine.length === 0) return <EmptyState title={t("section.none")} text={t("section.lead")} />;
  return (
    <>
      <p className="soft">{t("section.lead")}</p>
      {mine.map((section) => (
        <SectionCard key={section} personId={person.id} section={section} />
      ))}
    </>
  );
}

function SectionCard({ personId, section }: { personId: string; section: SectionName }) {
  const t = useMessages(personMessages);
  const [open, setOpen] = useState(false);
  return (
    <Card
      title={t(`section.${section}`)}
      actions={
        !open && (
          <Button
            icon="lock"
            label={`${t("act.openSection")}: ${t(`section.${section}`)}`}
            onClick={() => setOpen(true)}
          >
            {t("act.openSection")}
          </Button>
        )
      }
    >
      {open ? (
        <>
          <SectionBody personId={personId} section={section} />
          {section === "WHEREABOUTS" && <WhereaboutsReaders personId={personId} />}
        </>
      ) : (
        <p className="soft small">{t("section.audited")}</p>
      )}
    </Card>
  );
}

function SectionBody({ personId, section }: { personId: string; section: SectionName }) {
  const t = useMessages(personMessages);
  const [writing, setWriting] = useState(false);
  const view = useQuery({ ...sectionQuery(personId, section), refetchOnWindowFocus: false });
  return (
    <Loaded query={view}>
      {(found) =>
        writing ? (
          <SectionForm
            personId={personId}
            section={section}
            view={found}
            onReload={() => void view.refetch()}
            onDone={() => {
              setWriting(false);
              void view.refetch();
            }}
          />
        ) : (
          <>
            {found && found.version > 0 ? <SectionText section={section} view={found} /> : <p>{t("section.empty")}</p>}
            {found?.merged.map((one) => (
              <section key={one.personNo}>
                <h3>{t("section.merged", { no: String(one.personNo) })}</h3>
                <SectionText section={section} view={one} />
              </section>
            ))}
            {(found?.writable ?? true) && (
              <Button icon="edit" onClick={() => setWriting(true)}>
                {t("act.edit")}
              </Button>
            )}
          </>
        )
      }
    </Loaded>
  );
}

/** Words for a part of a section: its own where it has one. */
function useSectionWord(section: SectionName) {
  const t = useMessages(personMessages);
  return (part: "text" | "until") => t.maybe(`section.${part}.${section}`) ?? t(`section.${part}`);
}

function SectionText({
  section,
  view,
}: {
  section: SectionName;
  view: Pick<SectionView, "content" | "recordedAt" | "recordedBy">;
}) {
  const t = useMessages(personMessages);
  const word = useSectionWord(section);
  const { content } = view;
  return (
    <>
      {content.codes.length > 0 && <p>{content.codes.map((code) => t.maybe(`code.${code}`) ?? code).join(", ")}</p>}
      {content.text && <p className="prewrap">{content.text}</p>}
      {content.until && (
        <p>
          {word("until")}: {formatDay(content.until, t.lang)}
        </p>
      )}
      <p className="soft small">
        {view.recordedBy} <InstantText at={view.recordedAt} />
      </p>
    </>
  );
}

type FormProps = {
  personId: string;
  section: SectionName;
  view: SectionView | null;
  onReload: () => void;
  onDone: () => void;
};

function SectionForm({ personId, section, view, onReload, onDone }: FormProps) {
  const t = useMessages(personMessages);
  const form = useCommandForm({
    type: "person.write-section",
    messages: t,
    base: view?.version,
    initial: {
      codes: (view?.content.codes ?? []) as readonly string[],
      until: (view?.content.until ?? "") as string,
      text: view?.content.text ?? "",
    },
    build: ({ codes, until, text }) => ({
      personId,
      section,
      content: { codes, until: until || null, text: text.trim() || null },
    }),
    paths: { "content.text": "text", "content.until": "until", "content.codes": "codes" },
    invalidates: personKeys(personId),
    onDone: () => {
      toast({ text: t("saved") });
      onDone();
    },
  });
  const codes = sectionCodes[section];
  const word = useSectionWord(section);
  return (
    <CommandForm form={form} submit={t("act.writeSection")} onReload={onReload}>
      {codes.length > 0 && (
        <MultiChoice
          label={t("section.codes")}
          options={codes.map((value) => ({ value, label: t.maybe(`code.${value}`) ?? value }))}
          {...form.field("codes")}
        />
      )}
      <TextArea label={word("text")} rows={5} {...form.field("text")} />
      <DateField label={word("until")} quick={[]} {...form.field("until")} />
    </CommandForm>
  );
}
