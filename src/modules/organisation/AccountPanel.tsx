import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useHasRole, useSession } from "../../platform/ui/session.ts";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { RelativeTime } from "../../platform/ui/Words.tsx";
import { Flags } from "./AccountFlags.tsx";
import { ActButton } from "./ActButton.tsx";
import type { AccountLine, UnitLine } from "./contract.ts";
import { organisationMessages } from "./messages.ts";
import { Papers } from "./Papers.tsx";
import { ResetForm } from "./ResetForm.tsx";
import { RolesField, UnitsField } from "./RoleFields.tsx";
import { SessionList } from "./SessionList.tsx";

/** One colleague's account: facts, papers, and what an administrator may do with it. */
export function AccountPanel({ account, units }: { account: AccountLine; units: readonly UnitLine[] }) {
  const t = useMessages(organisationMessages);
  const admin = useHasRole("ORGANISATION_ADMIN");
  const own = useSession().account.id === account.accountId;
  const ended = account.flags.includes("ENDED");
  const unitNames = units.filter(({ id }) => account.unitIds.includes(id)).map(({ name }) => name);
  return (
    <div className="stack">
      <Flags flags={account.flags} />
      <Definitions
        items={[
          { term: t("login"), value: account.login },
          { term: t("jobTitle"), value: account.jobTitle ?? "–" },
          { term: t("roles"), value: account.roles.map((role) => t(`role.${role}`)).join(", ") },
          { term: t("units"), value: unitNames.join(", ") || "–" },
          { term: t("validFrom"), value: formatDay(account.validFrom, t.lang) },
          { term: t("end.last"), value: account.validUntil ? formatDay(account.validUntil, t.lang) : "–" },
          { term: t("lastSeen"), value: account.lastSeenAt ? <RelativeTime at={account.lastSeenAt} /> : t("never") },
        ]}
      />
      <Papers account={account} mayWrite={admin && !own && !ended} />
      {admin && own && <Notice>{t("account.own_rights")}</Notice>}
      {admin && !own && account.flags.includes("HELD") && (
        <Notice
          tone="due"
          actions={
            <ActButton
              type="account.release"
              payload={{ accountId: account.accountId }}
              invalidates={[["accounts"]]}
              done={t("released")}
            >
              {t("release")}
            </ActButton>
          }
        >
          {t("release.why")}
        </Notice>
      )}
      {admin && !own && !ended && (
        <>
          <FormSection question={t("change")} optional>
            <ChangeForm key={`change ${account.version}`} account={account} units={units} />
          </FormSection>
          <FormSection question={t("sessions")} optional>
            <SessionList accountId={account.accountId} />
          </FormSection>
          <FormSection question={t("reset")} optional>
            <ResetForm accountId={account.accountId} />
          </FormSection>
          <FormSection question={t("end")} optional>
            <EndForm key={`end ${account.version}`} account={account} />
          </FormSection>
        </>
      )}
    </div>
  );
}

function ChangeForm({ account, units }: { account: AccountLine; units: readonly UnitLine[] }) {
  const t = useMessages(organisationMessages);
  const form = useCommandForm({
    type: "account.change-roles",
    messages: t,
    initial: { roles: account.roles as readonly string[], unitIds: account.unitIds as readonly string[] },
    build: (values) => ({ ...values, accountId: account.accountId }),
    check: ({ roles }) => (roles.length === 0 ? [{ path: "roles", code: "field.required" }] : []),
    base: account.version,
    invalidates: [["accounts"]],
    onDone: () => toast({ text: t("change.done") }),
  });
  return (
    <CommandForm form={form} submit={t("change.save")} submitKind="quiet">
      <RolesField {...form.field("roles")} />
      <UnitsField units={units} {...form.field("unitIds")} />
    </CommandForm>
  );
}

function EndForm({ account }: { account: AccountLine }) {
  const t = useMessages(organisationMessages);
  const form = useCommandForm({
    type: "account.end",
    messages: t,
    initial: { lastDay: account.validUntil ?? "" },
    build: ({ lastDay }) => ({ accountId: account.accountId, lastDay }),
    check: ({ lastDay }) => (lastDay ? [] : [{ path: "lastDay", code: "field.required" }]),
    base: account.version,
    invalidates: [["accounts"]],
    onDone: () => toast({ text: t("end.done") }),
  });
  return (
    <CommandForm form={form} submit={t("end.save")} submitKind="quiet">
      <DateField label={t("end.last")} {...form.field("lastDay")} />
      <Notice
        tone="danger"
        actions={
          <ActButton
            type="account.end"
            payload={{ accountId: account.accountId, lastDay: null }}
            base={account.version}
            invalidates={[["accounts"]]}
            done={t("end.done")}
            kind="danger"
          >
            {t("end.now")}
          </ActButton>
        }
      >
        {t("end.sure")}
      </Notice>
    </CommandForm>
  );
}
