import type { Stage } from "./loadDemo.ts";
import { demoPeople } from "./people.ts";

/** Agenda and its centre of social help keep a partnership: three people of the house are shared with the centre for their contracts. */
export async function agendaPartnership(stage: Stage): Promise<void> {
  const partnershipId = stage.id("partnership agenda");
  stage.at(-20, "08:00");
  await stage.do("iga", "partnership.record", {
    partnershipId,
    name: "Partnerstwo na rzecz wychodzenia z bezdomności – Śródmieście",
    purpose: "Wspólna praca z osobami, które nocują w „Przystani” i są klientami ośrodka",
    validFrom: stage.day(-20),
    validUntil: stage.day(345),
    members: [{ shortName: "ops-agenda", validFrom: stage.day(-20), validUntil: null }],
  });
  stage.at(-19, "09:00");
  await stage.do("stefan", "partnership.join", { organisationId: stage.id("agenda"), partnershipId });
  const [first, second, third] = demoPeople("agenda", 3).map((person) => stage.id(`person ${person.key}`));
  const give = (no: number, personId: string | undefined, sections: string[], purpose: string, days: number) =>
    stage.do("magda", "share.give", {
      shareId: stage.id(`share agenda ${no}`),
      personId,
      toOrganisationId: stage.id("ops-agenda"),
      sections,
      legalBasis: "ART_6_1_E",
      purpose,
      validFrom: stage.day(-15),
      validUntil: stage.day(days),
    });
  stage.at(-15, "10:00");
  await give(1, first, ["CORE", "SOCIAL"], "Przygotowanie kontraktu socjalnego w ośrodku", 75);
  await give(2, second, ["CORE", "SOCIAL", "STAY"], "Ustalenie uprawnień do zasiłku", 30);
  await give(3, third, ["CORE"], "Sprawdzenie, czy ośrodek zna tę osobę", 15);
  stage.at(-14, "11:00");
  await stage.do("dorota", "person.record", {
    personId: stage.id("person ops-agenda 1"),
    unitId: stage.unitId("ops-agenda-rejon"),
    fields: { firstName: demoPeople("agenda", 1)[0]?.firstName, lastName: demoPeople("agenda", 1)[0]?.lastName },
    pesel: null,
  });
  await stage.do("dorota", "share.accept", {
    linkId: stage.id("link agenda 1"),
    shareId: stage.id("share agenda 1"),
    personId: stage.id("person ops-agenda 1"),
  });
  stage.at(-10, "10:00");
  await stage.do("magda", "share.withdraw", { shareId: stage.id("share agenda 3") });
}
