import { useQuery } from "@tanstack/react-query";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { useGo, useParam } from "../../platform/ui/navigation.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { Page } from "../../platform/ui/Page.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { InstantText } from "../../platform/ui/Words.tsx";
import { glassQuery } from "./api.ts";
import { glassVerdicts } from "./codes.ts";
import type { GlassView } from "./contract.ts";
import { caseworkMessages } from "./messages.ts";

/** One emergency opening, for whoever was told of it: who, whom, why, and whether it was right. */
export function GlassScreen() {
  const t = useMessages(caseworkMessages);
  const glass = useQuery(glassQuery(useParam("glassId")));
  return (
    <Page title={t("glass.reviewTitle")} back={{ to: "/tasks", label: t("tasks.title") }} narrow>
      <Loaded query={glass}>
        {(view) => (
          <>
            <Definitions
              items={[
                { term: t("glass.by"), value: view.brokenBy },
                { term: t("glass.person"), value: `#${view.personNo}` },
                { term: t("glass.told"), value: view.reason },
                { term: t("glass.since"), value: <InstantText at={view.openedAt} /> },
                { term: t("glass.until"), value: <InstantText at={view.untilAt} /> },
              ]}
            />
            {view.verdict ? (
              <Notice tone="confirmed" title={t.maybe(`verdict.${view.verdict}`)}>
                {view.reviewedBy && t("glass.reviewed", { name: view.reviewedBy })}
              </Notice>
            ) : (
              <Verdict view={view} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Verdict({ view }: { view: GlassView }) {
  const t = useMessages(caseworkMessages);
  const go = useGo();
  const form = useCommandForm({
    type: "glass.review",
    messages: t,
    initial: { verdict: "" as (typeof glassVerdicts)[number] | "" }, // empty until chosen
    build: ({ verdict }) => ({ glassId: view.id, verdict }),
    check: ({ verdict }) => (verdict ? [] : [{ path: "verdict", code: "glass.verdict_missing" }]),
    invalidates: [["tasks"], ["glass"]],
    onDone: () => {
      toast({ text: t("glass.verdictSaved") });
      go("/tasks");
    },
  });
  return (
    <CommandForm form={form} submit={t("glass.saveVerdict")}>
      <ChoiceField
        label={t("glass.verdict")}
        options={glassVerdicts.map((value) => ({ value, label: t(`verdict.${value}`) }))}
        required
        {...form.field("verdict")}
      />
    </CommandForm>
  );
}
