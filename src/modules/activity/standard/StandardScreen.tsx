import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { BarFigure } from "../../../platform/ui/BarFigure.tsx";
import { Button, DownloadLink, OtherPrints } from "../../../platform/ui/Button.tsx";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { FormSection } from "../../../platform/ui/FormLayout.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { ActivityNav, OfUnit } from "../ActivityNav.tsx";
import { activitiesStale, standardPrintAddress, standardQuery } from "../api.ts";
import {
  type StandardItem,
  type StandardState,
  standardItems,
  standardModuleCodes,
  standardModules,
  standardStates,
} from "./codes.ts";
import type { StandardReview, StandardView } from "./contract.ts";
import { standardMessages } from "./messages.ts";
import "../../../platform/ui/record.css";

const toneOf = { MET: "confirmed", PARTLY: "due", NOT_MET: "danger" } as const;

/** A club held against the minimum service standard: the last review, what is missing, and a new one. */
export function StandardScreen() {
  const t = useMessages(standardMessages);
  return (
    <Page title={t("title")} lead={t("lead")}>
      <ActivityNav />
      <OfUnit>{(unitId) => <Standard key={unitId} unitId={unitId} />}</OfUnit>
    </Page>
  );
}

function Standard({ unitId }: { unitId: string }) {
  const t = useMessages(standardMessages);
  const query = useQuery(standardQuery(unitId));
  const [reviewing, setReviewing] = useState(false);
  return (
    <Loaded query={query} lines={8}>
      {(view) =>
        reviewing ? (
          <ReviewForm unitId={unitId} view={view} onDone={() => setReviewing(false)} />
        ) : (
          <div className="stack">
            {view.mayReview && (
              <div className="cluster">
                <Button kind="main" onClick={() => setReviewing(true)}>
                  {t("review")}
                </Button>
              </div>
            )}
            {view.last ? <Last review={view.last} /> : <EmptyState title={t("none")} text={t("none.next")} />}
            {view.earlier.length > 0 && <Earlier view={view} />}
          </div>
        )
      }
    </Loaded>
  );
}

function Prints({ reviewId }: { reviewId: string }) {
  const t = useMessages(standardMessages);
  return (
    <div className="cluster">
      <DownloadLink href={standardPrintAddress(reviewId, t.lang, "normal")} icon="print">
        {t("print")}
      </DownloadLink>
      <OtherPrints>
        <DownloadLink href={standardPrintAddress(reviewId, t.lang, "large")}>{t("print.large")}</DownloadLink>
        <DownloadLink href={standardPrintAddress(reviewId, t.lang, "edit")}>{t("print.edit")}</DownloadLink>
      </OtherPrints>
    </div>
  );
}

const linesOf = (items: StandardReview["items"], module: (typeof standardModuleCodes)[number]) => {
  const codes: readonly string[] = standardModules[module];
  return items.filter(({ code }) => codes.includes(code));
};

function Last({ review }: { review: StandardReview }) {
  const t = useMessages(standardMessages);
  return (
    <>
      <p>{t("last", { day: formatDay(review.reviewedOn, t.lang), by: review.by })}</p>
      <Prints reviewId={review.id} />
      <BarFigure
        title={t("figure.modules")}
        bars={standardModuleCodes.map((module) => {
          const lines = linesOf(review.items, module);
          return {
            id: module,
            name: t(`module.${module}`),
            value: lines.filter(({ state }) => state === "MET").length,
            total: lines.length,
            needed: lines.length,
          };
        })}
      />
      {standardModuleCodes.map((module) => (
        <Card key={module} title={t(`module.${module}`)}>
          {linesOf(review.items, module).map(({ code, state, evidence, missing, dueOn }) => (
            <div key={code} className="record-line">
              <span className="cluster">
                <strong>{t(`item.${code}`)}</strong>
                <Status tone={toneOf[state]}>{t(`state.${state}`)}</Status>
              </span>
              {evidence && <span>{evidence}</span>}
              {missing && (
                <span>
                  {`${t("missing")}: ${missing}`}
                  {dueOn && ` (${t("dueOn")} ${formatDay(dueOn, t.lang)})`}
                </span>
              )}
            </div>
          ))}
        </Card>
      ))}
    </>
  );
}

function Earlier({ view }: { view: StandardView }) {
  const t = useMessages(standardMessages);
  return (
    <Card title={t("earlier")}>
      {view.earlier.map(({ id, reviewedOn, by, met }) => (
        <div key={id} className="record-line">
          <span>
            {`${t("last", { day: formatDay(reviewedOn, t.lang), by })}: ${t("met.of", { met, of: standardItems.length })}`}
          </span>
          <Prints reviewId={id} />
        </div>
      ))}
    </Card>
  );
}

type Line = { state: StandardState | ""; evidence: string; missing: string; dueOn: string };
type Values = { reviewedOn: string; items: Readonly<Record<StandardItem, Line>> };

function ReviewForm({ unitId, view, onDone }: { unitId: string; view: StandardView; onDone: () => void }) {
  const t = useMessages(standardMessages);
  const before = new Map(view.last?.items.map((item) => [item.code, item]));
  const form = useCommandForm<Values>({
    type: "standard.review",
    messages: t,
    draft: false,
    initial: {
      reviewedOn: today(),
      items: Object.fromEntries(
        standardItems.map((code): [StandardItem, Line] => {
          const known = before.get(code);
          return [
            code,
            {
              state: known?.state ?? "",
              evidence: known?.evidence ?? "",
              missing: known?.missing ?? "",
              dueOn: known?.dueOn ?? "",
            },
          ];
        }),
      ) as Record<StandardItem, Line>, // every line was made above
    },
    check: ({ reviewedOn, items }) => [
      ...(reviewedOn ? [] : [{ path: "reviewedOn", code: "field.required" }]),
      ...standardItems.flatMap((code) => {
        const { state, evidence, missing } = items[code];
        if (state === "") return [{ path: `${code}.state`, code: "field.required" }];
        if (state === "MET" && !evidence.trim())
          return [{ path: `${code}.evidence`, code: "standard.evidence_missing" }];
        return state !== "MET" && !missing.trim()
          ? [{ path: `${code}.missing`, code: "standard.missing_missing" }]
          : [];
      }),
    ],
    build: ({ reviewedOn, items }) => ({
      reviewId: uuidv7(),
      unitId,
      reviewedOn,
      items: standardItems.map((code) => {
        const { state, evidence, missing, dueOn } = items[code];
        const lacks = state !== "MET";
        return { code, state, evidence, missing: lacks ? missing : "", dueOn: lacks && dueOn ? dueOn : null };
      }),
    }),
    invalidates: activitiesStale,
    onDone: () => {
      toast({ text: t("saved") });
      onDone();
    },
  });
  const { items } = form.values;
  const change = (code: StandardItem, part: Partial<Line>) =>
    form.set({ items: { ...items, [code]: { ...items[code], ...part } } });
  return (
    <CommandForm form={form} submit={t("review.save")}>
      <DateField label={t("reviewedOn")} required {...form.field("reviewedOn")} />
      {standardModuleCodes.map((module) => (
        <FormSection key={module} question={t(`module.${module}`)}>
          {standardModules[module].map((code) => (
            <fieldset key={code} className="edit-line">
              <legend>{t(`item.${code}`)}</legend>
              {code in view.figures && (
                <p className="soft">
                  {t(`figure.${code as keyof StandardView["figures"]}`, {
                    count: view.figures[code as keyof StandardView["figures"]],
                  })}
                </p>
              )}
              <ChoiceField
                label={t("state")}
                options={standardStates.map((value) => ({ value, label: t(`state.${value}`) }))}
                value={items[code].state}
                onChange={(state) => change(code, { state })}
                {...form.at(`${code}.state`)}
              />
              <TextField
                label={t("evidence")}
                maxLength={500}
                value={items[code].evidence}
                onChange={(evidence) => change(code, { evidence })}
                {...form.at(`${code}.evidence`)}
              />
              {(items[code].state === "PARTLY" || items[code].state === "NOT_MET") && (
                <>
                  <TextField
                    label={t("missing")}
                    maxLength={500}
                    value={items[code].missing}
                    onChange={(missing) => change(code, { missing })}
                    {...form.at(`${code}.missing`)}
                  />
                  <DateField
                    label={t("dueOn")}
                    value={items[code].dueOn}
                    onChange={(dueOn) => change(code, { dueOn })}
                    {...form.at(`${code}.dueOn`)}
                  />
                </>
              )}
            </fieldset>
          ))}
        </FormSection>
      ))}
    </CommandForm>
  );
}
