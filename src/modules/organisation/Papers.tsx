import { useState } from "react";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { Status } from "../../platform/ui/Status.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { ActButton } from "./ActButton.tsx";
import { authorisationKinds } from "./codes.ts";
import type { AccountLine, AuthorisationLine } from "./contract.ts";
import { organisationMessages } from "./messages.ts";

/** Written authorisations and pledges with their days (R-ACC-02). */
export function Papers({ account, mayWrite }: { account: AccountLine; mayWrite: boolean }) {
  const t = useMessages(organisationMessages);
  const day = today();
  const holds = (paper: AuthorisationLine) => !paper.withdrawn && (!paper.validUntil || paper.validUntil >= day);
  return (
    <section className="stack">
      <h3>{t("papers")}</h3>
      <p className="soft small">{t("papers.why")}</p>
      {account.authorisations.length === 0 && <p>{t("paper.none")}</p>}
      <ul role="list" className="stack">
        {account.authorisations.map((paper) => (
          <li key={paper.id} className="stack-tight">
            <span className="cluster">
              <strong>{t(`paper.${paper.kind}`)}</strong>
              {paper.withdrawn && <Status>{t("paper.withdrawn")}</Status>}
            </span>
            <span className="soft">{rangeOf(paper, t)}</span>
            {mayWrite && holds(paper) && (
              <span className="cluster">
                <ActButton
                  type="authorisation.end"
                  payload={{ authorisationId: paper.id, lastDay: null }}
                  invalidates={[["accounts"]]}
                  done={t("paper.withdrawn")}
                  kind="plain"
                >
                  {t("paper.withdraw")}
                </ActButton>
              </span>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <FormSection question={t("paper.record")} optional>
          <PaperForm key={account.authorisations.length} accountId={account.accountId} />
        </FormSection>
      )}
    </section>
  );
}

function rangeOf(paper: AuthorisationLine, t: ReturnType<typeof useMessages<typeof organisationMessages>>): string {
  const from = formatDay(paper.validFrom, t.lang);
  return paper.validUntil
    ? t("paper.range", { from, until: formatDay(paper.validUntil, t.lang) })
    : t("paper.open", { from });
}

function PaperForm({ accountId }: { accountId: string }) {
  const t = useMessages(organisationMessages);
  const [authorisationId] = useState(() => uuidv7());
  const [initial] = useState(() => ({
    kind: "" as "" | "AUTHORISATION" | "PLEDGE",
    scope: "",
    validFrom: today() as string,
    validUntil: "",
  }));
  const form = useCommandForm({
    type: "authorisation.record",
    messages: t,
    initial,
    build: ({ scope, validUntil, ...values }) => ({
      ...values,
      authorisationId,
      accountId,
      scope: scope || null,
      validUntil: validUntil || null,
    }),
    check: ({ kind }) => (kind ? [] : [{ path: "kind", code: "field.required" }]),
    invalidates: [["accounts"]],
    onDone: () => toast({ text: t("paper.recorded") }),
  });
  return (
    <CommandForm form={form} submit={t("paper.record")} submitKind="quiet">
      <ChoiceField
        label={t("paper.kind")}
        stacked
        options={authorisationKinds.map((kind) => ({ value: kind, label: t(`paper.${kind}`) }))}
        {...form.field("kind")}
      />
      <TextField label={t("paper.scope")} {...form.field("scope")} />
      <DateField label={t("validFrom")} {...form.field("validFrom")} />
      <DateField label={t("validUntil")} {...form.field("validUntil")} />
    </CommandForm>
  );
}
