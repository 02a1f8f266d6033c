import { useQuery } from "@tanstack/react-query";
import { type ComponentType, Suspense, useState } from "react";
import type { Lang } from "../../platform/messages.ts";
import { Button, LinkButton } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useParam, useUrlFilters } from "../../platform/ui/navigation.ts";
import { PageHeader } from "../../platform/ui/Page.tsx";
import { Badge, Ladder, Status } from "../../platform/ui/Status.tsx";
import { useSession } from "../../platform/ui/session.ts";
import { Tabs } from "../../platform/ui/Tabs.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded, SkeletonLines } from "../../platform/ui/Waiting.tsx";
import { ConflictNotice } from "../conflict/api.ts";
import { personQuery, readPesel } from "./api.ts";
import { ConsentsTab } from "./ConsentsTab.tsx";
import type { PersonFile } from "./contract.ts";
import { FactsTab } from "./FactsTab.tsx";
import { FamilyTab } from "./FamilyTab.tsx";
import { personMessages } from "./messages.ts";
import { OverviewTab } from "./OverviewTab.tsx";
import { RecordTab } from "./RecordTab.tsx";
import { IDENTITY_STEPS } from "./rules.ts";
import { SectionsTab } from "./SectionsTab.tsx";

/** A part of a person's file that another room brings. The server refuses what the reader may not see; `roles` only hides the tab. */
export type PersonTab = {
  /** Stands in the address: `?tab=contacts`. */
  code: string;
  label: Readonly<Record<Lang, string>>;
  roles: readonly string[];
  Tab: ComponentType<{ personId: string }>;
};

/** A person's file: who it is, what to mind, and the parts of all rooms; `order`: codes of those that come first. */
export function PersonScreen({ tabs, order }: { tabs: readonly PersonTab[]; order: readonly string[] }) {
  const personId = useParam("personId");
  const file = useQuery(personQuery(personId));
  return <Loaded query={file}>{(person) => <PersonPage person={person} brought={tabs} order={order} />}</Loaded>;
}

/** Codes that the order does not name stand after it as they were. */
function placeIn(order: readonly string[], code: string): number {
  const at = order.indexOf(code);
  return at < 0 ? order.length : at;
}

type PageProps = { person: PersonFile; brought: readonly PersonTab[]; order: readonly string[] };

function PersonPage({ person, brought, order }: PageProps) {
  const t = useMessages(personMessages);
  const { roles } = useSession();
  const whole = person.level === "FULL" || person.level === "CORE";
  const others = brought.filter((tab) => tab.roles.some((role) => roles.includes(role)));
  const own = whole ? (["family", "facts", "sections", "consents", "record"] as const) : [];
  const tabs = [
    { code: "overview", label: t("tab.overview") },
    ...others.map((tab) => ({ code: tab.code, label: tab.label[t.lang] })),
    ...own.map((code) => ({ code, label: t(`tab.${code}`) })),
  ].sort((one, two) => placeIn(order, one.code) - placeIn(order, two.code));
  const [{ tab: wanted }, setTab] = useUrlFilters({ tab: "overview" });
  const tab = tabs.some(({ code }) => code === wanted) ? wanted : "overview";
  const Other = others.find(({ code }) => code === tab)?.Tab;
  return (
    <div className="page">
      <PageHeader
        title={person.name}
        facts={<HeaderFacts person={person} />}
        line={<HeaderLine person={person} />}
        actions={
          person.writable && (
            <LinkButton to={`/people/${person.id}/edit`} icon="edit">
              {t("act.edit")}
            </LinkButton>
          )
        }
      />
      {person.fields.protectedWhereabouts && <Notice tone="danger">{t("protected.notice")}</Notice>}
      {person.writable && <ConflictNotice recordId={person.id} />}
      {person.warnings.map((code) => (
        <Notice key={code} tone="due">
          {t.maybe(code) ?? code}
        </Notice>
      ))}
      <Tabs tabs={tabs} current={tab} onChange={(code) => setTab({ tab: code })} label={t("tabs.label")}>
        {tab === "overview" && <OverviewTab person={person} />}
        {tab === "family" && <FamilyTab person={person} />}
        {tab === "facts" && <FactsTab person={person} />}
        {tab === "sections" && <SectionsTab person={person} />}
        {tab === "consents" && <ConsentsTab person={person} />}
        {tab === "record" && <RecordTab person={person} />}
        {Other && (
          <Suspense fallback={<SkeletonLines />}>
            <Other personId={person.id} />
          </Suspense>
        )}
      </Tabs>
    </div>
  );
}

function HeaderFacts({ person }: { person: PersonFile }) {
  const t = useMessages(personMessages);
  const { alias } = person.fields;
  return (
    <>
      <Badge>{t("personNo", { no: String(person.personNo) })}</Badge>
      {alias && alias !== person.name && <span className="soft">„{alias}”</span>}
      {person.age !== null && <span>{t("age", { count: person.age })}</span>}
      <Ladder
        steps={IDENTITY_STEPS.map((step) => t(`step.${step}`))}
        at={IDENTITY_STEPS.indexOf(person.step) + 1}
        label={t("ladder")}
      />
    </>
  );
}

/** Safety flags that hold today, and the PESEL that may be asked for. */
function HeaderLine({ person }: { person: PersonFile }) {
  const t = useMessages(personMessages);
  const [shown, setShown] = useState<string>();
  const now = today();
  const flags = person.facts.filter(
    (fact) => fact.kind === "SAFETY_FLAG" && !fact.withdrawnAt && (fact.validUntil ?? now) >= now,
  );
  const values = [...new Set(flags.map(({ value }) => value))];
  return (
    <>
      {values.map((value) => (
        <Status key={value} tone="danger">
          {t.maybe(`SAFETY_FLAG.${value}`) ?? value}
        </Status>
      ))}
      {person.pesel && (
        <span>
          {t("pesel")} {shown ?? t("pesel.masked", { last2: person.pesel.last2 })}
          {person.pesel.needsChecking && ` (${t("pesel.needsChecking")})`}
        </span>
      )}
      {person.pesel && person.level === "FULL" && !shown && (
        <Button
          kind="plain"
          onClick={() =>
            void readPesel(person.id).then(
              ({ pesel }) => setShown(pesel ?? ""),
              () => undefined, // the last digits stay
            )
          }
        >
          {t("act.showPesel")}
        </Button>
      )}
    </>
  );
}
