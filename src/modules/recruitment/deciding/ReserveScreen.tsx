import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ActButton } from "../../../platform/ui/ActButton.tsx";
import { AppLink, Button } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { TextArea } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { uiMessages } from "../../../platform/ui/uiMessages.ts";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { recruitmentStale, reserveQuery } from "../api.ts";
import { CarryForm } from "../candidates/CarryForm.tsx";
import { HiddenCount } from "../candidates/HiddenCount.tsx";
import { offerAnswers } from "../codes.ts";
import { recruitmentMessages } from "../messages.ts";
import { rankingMessages } from "../ranking/messages.ts";
import type { ReserveView } from "./contract.ts";

/** Free places, who is next, and what was answered. */
export function ReserveScreen() {
  const t = useMessages(rankingMessages);
  const recruitmentId = useParam("recruitmentId");
  const query = useQuery(reserveQuery(recruitmentId));
  return (
    <Page
      title={t("reserve.title")}
      lead={query.data?.title}
      back={{ to: `/recruitment/${recruitmentId}`, label: query.data?.title ?? "…" }}
      narrow
    >
      <Loaded query={query} lines={6}>
        {(view) => <ReserveOf view={view} />}
      </Loaded>
    </Page>
  );
}

/** Instead of one candidate: all who wait. */
const everybody = "everybody";

function ReserveOf({ view }: { view: ReserveView }) {
  const t = useMessages(rankingMessages);
  const of = useMessages(recruitmentMessages);
  const [asked, setAsked] = useState<string>();
  const { queue, taken, places, free, over } = view;
  const mayOffer = view.mayOffer && !view.closed && !over && free > 0;
  const until = formatDay(view.until, t.lang);
  const called = (one: { name: string | null; no: number }) => one.name ?? t("gone", { no: one.no });
  return (
    <>
      <Notice tone={free > 0 && !over ? "due" : "info"}>
        <p>{t("reserve.places", { taken, places, free })}</p>
        {view.beside > 0 && <p>{t("reserve.beside", { count: view.beside })}</p>}
        <p>{over ? t("reserve.over", { day: until }) : t("reserve.until", { day: until })}</p>
      </Notice>
      <HiddenCount count={view.hidden} />
      <Card title={t("reserve.queue")}>
        {queue.length === 0 ? (
          <EmptyState title={t("reserve.none")} text={t("reserve.noneNext")} />
        ) : (
          <ol role="list" className="stack">
            {queue.map((one, at) => (
              <li key={one.candidateId} className="stack-tight">
                <span className="cluster">
                  <AppLink to={`/candidates/${one.candidateId}`}>{called(one)}</AppLink>
                  <span className="soft small">
                    {t("rank")}: {one.rank ?? "–"}
                  </span>
                  {mayOffer && asked !== one.candidateId && (
                    <Button kind={at === 0 ? "main" : "plain"} onClick={() => setAsked(one.candidateId)}>
                      {t("act.offer")}
                    </Button>
                  )}
                </span>
                {asked === one.candidateId && (
                  <OfferForm
                    recruitmentId={view.recruitmentId}
                    candidateId={one.candidateId}
                    name={called(one)}
                    first={at === 0}
                    onDone={() => setAsked(undefined)}
                  />
                )}
              </li>
            ))}
          </ol>
        )}
      </Card>
      {view.carryTo.length > 0 && queue.length > 0 && (
        <Card title={of("carry.title")}>
          {asked === everybody ? (
            <CarryForm
              fromId={view.recruitmentId}
              candidateIds={queue.map(({ candidateId }) => candidateId)}
              targets={view.carryTo}
              onDone={() => setAsked(undefined)}
            />
          ) : (
            <p>
              <Button onClick={() => setAsked(everybody)}>{of("carry.all", { count: queue.length })}</Button>
            </p>
          )}
        </Card>
      )}
      <Card title={t("reserve.offers")}>
        {view.offers.length === 0 ? (
          <p className="soft">{t("reserve.noOffers")}</p>
        ) : (
          <ul role="list" className="stack">
            {view.offers.map((offer) => (
              <OfferLine key={offer.id} offer={offer} mayAnswer={view.mayOffer && !view.closed} />
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}

type OfferFormProps = { recruitmentId: string; candidateId: string; name: string; first: boolean; onDone: () => void };

function OfferForm({ recruitmentId, candidateId, name, first, onDone }: OfferFormProps) {
  const t = useMessages(rankingMessages);
  const ui = useMessages(uiMessages);
  const form = useCommandForm({
    type: "reserve.offer",
    messages: t,
    draft: false,
    initial: { answerBy: "", reason: "" },
    build: (values) => ({ offerId: uuidv7(), recruitmentId, candidateId, ...values }),
    check: ({ answerBy, reason }) => [
      ...(answerBy ? [] : [{ path: "answerBy", code: "field.required" }]),
      ...(answerBy && answerBy < today() ? [{ path: "answerBy", code: "reserve.answer_by_past" }] : []),
      ...(first || reason.trim() ? [] : [{ path: "reason", code: "reserve.out_of_order" }]),
    ],
    invalidates: recruitmentStale,
    onDone: () => {
      toast({ text: t("offered") });
      onDone();
    },
  });
  return (
    <Card title={t("offer.for", { name })} level={3}>
      <CommandForm form={form} submit={t("act.offer")} actions={<Button onClick={onDone}>{ui("cancel")}</Button>}>
        <DateField label={t("offer.by")} required quick={["today", "tomorrow"]} {...form.field("answerBy")} />
        {!first && <TextArea label={t("offer.reason")} required maxLength={1000} {...form.field("reason")} />}
      </CommandForm>
    </Card>
  );
}

/** The place is taken after the last day: given all the same, with a reason. */
function LateAnswer({ offerId, onClose }: { offerId: string; onClose: () => void }) {
  const t = useMessages(rankingMessages);
  const ui = useMessages(uiMessages);
  const form = useCommandForm({
    type: "reserve.answer",
    messages: t,
    draft: false,
    initial: { reason: "" },
    build: ({ reason }) => ({ offerId, decisionId: uuidv7(), answer: "TAKEN", answeredOn: today(), reason }),
    check: ({ reason }) => (reason.trim() ? [] : [{ path: "reason", code: "reserve.answered_late" }]),
    invalidates: recruitmentStale,
  });
  return (
    <CommandForm form={form} submit={t("answer.TAKEN")} actions={<Button onClick={onClose}>{ui("cancel")}</Button>}>
      <TextArea label={t("answer.late")} required maxLength={1000} {...form.field("reason")} />
    </CommandForm>
  );
}

function OfferLine({ offer, mayAnswer }: { offer: ReserveView["offers"][number]; mayAnswer: boolean }) {
  const t = useMessages(rankingMessages);
  const late = offer.answerBy < today();
  const [taking, setTaking] = useState(false);
  return (
    <li className="stack-tight">
      <span className="cluster">
        <AppLink to={`/candidates/${offer.candidateId}`}>{offer.name ?? t("gone", { no: offer.no })}</AppLink>
        {offer.answer && offer.answeredOn ? (
          <Status tone={offer.answer === "TAKEN" ? "confirmed" : "neutral"}>
            {t(`answered.${offer.answer}`, { day: formatDay(offer.answeredOn, t.lang) })}
          </Status>
        ) : (
          <Status tone="due">{t(late ? "offer.late" : "offer.waiting")}</Status>
        )}
      </span>
      <span className="soft small">
        {t("offer.of", {
          day: formatDay(offer.offeredOn, t.lang),
          by: offer.by,
          until: formatDay(offer.answerBy, t.lang),
        })}
        {offer.reason && `. ${offer.reason}`}
      </span>
      {mayAnswer && offer.answer === null && (
        <span className="cluster">
          {offerAnswers
            .filter((answer) => (late ? answer !== "TAKEN" : answer !== "NO_ANSWER"))
            .map((answer) => (
              <ActButton
                key={answer}
                type="reserve.answer"
                payload={() => ({ offerId: offer.id, decisionId: uuidv7(), answer, answeredOn: today() })}
                label={t(`answer.${answer}`)}
                messages={t}
                invalidates={recruitmentStale}
              />
            ))}
          {late && !taking && <Button onClick={() => setTaking(true)}>{t("answer.TAKEN")}</Button>}
        </span>
      )}
      {mayAnswer && offer.answer === null && taking && (
        <LateAnswer offerId={offer.id} onClose={() => setTaking(false)} />
      )}
    </li>
  );
}
