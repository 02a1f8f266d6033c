import { useQuery } from "@tanstack/react-query";
import { isTeryt } from "../../../platform/identifiers/teryt.ts";
import { AppLink } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { Definitions } from "../../../platform/ui/Definitions.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useHasRole } from "../../../platform/ui/session.ts";
import { TextArea } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText } from "../../../platform/ui/Words.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { centreEntryAccess } from "./access.ts";
import { placesQuery } from "./api.ts";
import type { CentrePlacesView } from "./contract.ts";
import { entryMessages } from "./messages.ts";

type Unit = CentrePlacesView["units"][number];

/** Whom the centres of my units take, how many places are free, and who waits in the order of admission. */
export function PlacesScreen() {
  const t = useMessages(entryMessages);
  const read = useQuery(placesQuery);
  const sets = useHasRole(...Object.keys(centreEntryAccess["centre-places.set"]));
  return (
    <Page
      title={t("places.title")}
      lead={t("places.lead")}
      back={{ to: "/centre-entries", label: t("entries.title") }}
      narrow
    >
      <Loaded query={read} lines={6}>
        {({ units, elsewhere }) =>
          units.length === 0 ? (
            <EmptyState title={t("places.none")} text={t("places.noneNext")} />
          ) : (
            <div className="stack">
              {units.map((unit) => (
                <Card key={unit.id} title={unit.name}>
                  <Now unit={unit} />
                  <h3>{t("places.waiting")}</h3>
                  <Waiting waiting={unit.waiting} />
                  {sets && <PlacesForm key={unit.now?.validFrom ?? ""} unit={unit} />}
                </Card>
              ))}
              {elsewhere.length > 0 && (
                <Card title={t("places.elsewhere")}>
                  <Waiting waiting={elsewhere} />
                </Card>
              )}
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

function Now({ unit: { now } }: { unit: Unit }) {
  const t = useMessages(entryMessages);
  if (!now) return <p className="soft">{t("places.notYet")}</p>;
  const { places, taken, free } = now;
  return (
    <Definitions
      items={[
        { term: t("places.now"), value: t("places.count", { places, taken, free }) },
        { term: t("places.communes"), value: now.communes.join(", ") },
        { term: t("places.agreements"), value: now.agreements.join(", ") || null },
        { term: t("places.from"), value: <DateText day={now.validFrom} /> },
      ]}
    />
  );
}

const codesOf = (text: string) => text.split(/[\s,;]+/).filter(Boolean);

function PlacesForm({ unit: { id, now } }: { unit: Unit }) {
  const t = useMessages(entryMessages);
  const form = useCommandForm({
    type: "centre-places.set",
    messages: t,
    initial: {
      validFrom: today() as string,
      places: now?.places as number | undefined,
      communes: now?.communes.join(", ") ?? "",
      agreements: now?.agreements.join(", ") ?? "",
    },
    build: ({ communes, agreements, ...values }) => ({
      placesId: uuidv7(),
      unitId: id,
      communes: codesOf(communes),
      agreements: codesOf(agreements),
      ...values,
    }),
    check: ({ validFrom, places, communes, agreements }) => [
      ...(validFrom ? [] : [{ path: "validFrom", code: "field.required" }]),
      ...(places === undefined ? [{ path: "places", code: "field.required" }] : []),
      ...(communes.trim() ? [] : [{ path: "communes", code: "field.required" }]),
      ...(codesOf(communes).every(isTeryt) ? [] : [{ path: "communes", code: "residence.wrong" }]),
      ...(codesOf(agreements).every(isTeryt) ? [] : [{ path: "agreements", code: "residence.wrong" }]),
    ],
    invalidates: [["centre-places"], ["centre-entries"]],
    onDone: () => toast({ text: t("saved") }),
  });
  return (
    <CommandForm form={form} submit={t("places.save")}>
      <NumberField label={t("places.number")} size={5} required {...form.field("places")} />
      <TextArea
        label={t("places.communes")}
        hint={t("places.codes")}
        rows={2}
        maxLength={500}
        {...form.field("communes")}
      />
      <TextArea
        label={t("places.agreements")}
        hint={t("places.codes")}
        rows={2}
        maxLength={2000}
        {...form.field("agreements")}
      />
      <DateField label={t("places.from")} quick={["today"]} {...form.field("validFrom")} />
    </CommandForm>
  );
}

function Waiting({ waiting }: Pick<Unit, "waiting">) {
  const t = useMessages(entryMessages);
  const lang = useLanguage();
  if (waiting.length === 0) return <p className="soft">{t("places.nobody")}</p>;
  return (
    <ol className="entry-steps">
      {waiting.map(({ entryId, personName, state, appliedOn, ground, refusals }) => (
        <li key={entryId}>
          <AppLink to={`/centre-entries/${entryId}`}>{personName}</AppLink>,{" "}
          {t("places.appliedOn", { day: formatDay(appliedOn, lang) })}, {t(`state.${state}`)}
          {ground && <div>{t(`ground.${ground}`)}</div>}
          {refusals.length > 0 && (
            <div>
              <Status tone="due">{refusals.map((code) => t.maybe(code) ?? code).join(" ")}</Status>
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
