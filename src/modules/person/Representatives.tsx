import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { personAccess } from "./access.ts";
import { type RepresentativeLine, representativesQuery } from "./api.ts";
import type { PersonFile } from "./contract.ts";
import { familyMessages } from "./familyMessages.ts";
import { personMessages } from "./messages.ts";
import { Period } from "./Period.tsx";
import { EndRepresentativeForm, RepresentativeForm } from "./RepresentativeForms.tsx";
import { representedBy } from "./rules.ts";

/** Who acts for a person, who did, and whose signature documents need today. */
export function Representatives({ person }: { person: PersonFile }) {
  const t = useMessages(familyMessages);
  const p = useMessages(personMessages);
  const representatives = useQuery(representativesQuery(person.id));
  const writes = useHasRole(...Object.keys(personAccess["representative.record"]));
  const [open, setOpen] = useState<"add" | RepresentativeLine>();
  const close = () => setOpen(undefined);
  const add = writes && (
    <Button icon="plus" onClick={() => setOpen("add")}>
      {t("act.addRepresentative")}
    </Button>
  );
  return (
    <Card title={t("representative.title")} actions={add}>
      <Loaded query={representatives}>
        {({ representatives: all }) => {
          const now = all.filter((one) => one.validFrom <= today() && (one.validUntil ?? today()) >= today());
          const lacking = person.signatures.filter(
            ({ who }) => who !== "PERSON" && !now.some(({ kind }) => representedBy(who).includes(kind)),
          );
          return (
            <>
              {person.signatures.length > 0 && (
                <p>
                  {p("signatures.title")}:{" "}
                  {person.signatures
                    .map(({ who, act }) => `${p.maybe(`signatures.${who}`) ?? who} ${p(`signatures.${act}`)}`)
                    .join(", ")}
                </p>
              )}
              {lacking.map(({ who }) => (
                <Notice key={who} tone="due">
                  {t("representative.missing", { who: p.maybe(`signatures.${who}`) ?? who })}
                </Notice>
              ))}
              {all.length === 0 && lacking.length === 0 && <p className="soft">{t("representative.none")}</p>}
              <ul role="list" className="stack-tight" aria-label={t("representative.title")}>
                {all.map((one) => (
                  <Line key={one.id} one={one} onEnd={writes && !one.validUntil ? () => setOpen(one) : undefined} />
                ))}
              </ul>
            </>
          );
        }}
      </Loaded>
      <SidePanel
        open={open !== undefined}
        title={t(open === "add" ? "act.addRepresentative" : "representative.endTitle")}
        onClose={close}
      >
        {open === "add" && <RepresentativeForm personId={person.id} onDone={close} />}
        {typeof open === "object" && <EndRepresentativeForm personId={person.id} one={open} onDone={close} />}
      </SidePanel>
    </Card>
  );
}

function Line({ one, onEnd }: { one: RepresentativeLine; onEnd: (() => void) | undefined }) {
  const t = useMessages(familyMessages);
  return (
    <li className="cluster">
      <strong>{one.name}</strong> {t(`representative.${one.kind}`)}
      <Period from={one.validFrom} until={one.validUntil} />
      <span className="soft small">{[one.scope, one.rulingRef, one.contact].filter(Boolean).join(" · ")}</span>
      {onEnd && (
        <Button kind="plain" label={t("representative.endOf", { name: one.name })} onClick={onEnd}>
          {t("representative.end")}
        </Button>
      )}
    </li>
  );
}
