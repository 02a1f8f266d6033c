import type { Stage } from "./loadDemo.ts";
import { demoPeople } from "./people.ts";

type House = {
  name: string;
  type: string;
  unit: string;
  area: string;
  places: number;
  emergency: number;
  free: number;
};
type Told = {
  day: number;
  area: string;
  place: string;
  says: string;
  urgency: string;
  outcome?: string;
  minutes?: number;
};
type City = {
  coordinator: string;
  worker: string;
  partner: string;
  code: string;
  unit: string;
  areas: readonly string[];
  houses: readonly House[];
  reports: readonly Told[];
};

/** What services report to a team, what it found, and how many beds are free tonight. */
async function alertsOf(stage: Stage, city: City): Promise<void> {
  const { coordinator, worker, partner, code, unit, areas, houses, reports } = city;
  stage.at(-60, "09:00");
  await stage.do(coordinator, "report-door.set", { code, unitId: stage.unitId(unit), isOpen: true, areas });
  for (const house of houses)
    await stage.do(coordinator, "facility.record", {
      facilityId: stage.id(`facility ${house.name}`),
      unitId: stage.unitId(house.unit),
      name: house.name,
      facilityType: house.type,
      area: house.area,
      places: house.places,
      emergencyPlaces: house.emergency,
      phone: "000 000 112",
      openFrom: "18:00",
    });
  for (const [i, told] of reports.entries()) {
    const notificationId = stage.id(`report ${code} ${i}`);
    stage.at(told.day, "18:10");
    await stage.do(partner, "notification.report", {
      notificationId,
      about: i % 3 === 2 ? "PLACE" : "PERSON",
      area: told.area,
      placeText: told.place,
      seenAt: stage.now(),
      people: i % 3 === 2 ? 2 : 1,
      says: told.says,
      urgency: told.urgency,
      called112: told.urgency === "EMERGENCY_112",
    });
    if (!told.outcome) continue;
    stage.at(told.day, "18:30");
    await stage.do(worker, "notification.accept", { notificationId });
    const minutes = told.minutes ?? 60;
    stage.at(told.day, `${18 + Math.floor((10 + minutes) / 60)}:${String((10 + minutes) % 60).padStart(2, "0")}`);
    await stage.do(worker, "notification.answer", {
      answerId: stage.id(`answer ${code} ${i}`),
      notificationId,
      outcome: told.outcome,
      answeredAt: stage.now(),
    });
  }
  stage.at(0, "17:00");
  for (const house of houses)
    await stage.do(coordinator, "facility.count", {
      countId: stage.id(`count ${house.name}`),
      facilityId: stage.id(`facility ${house.name}`),
      free: house.free,
      emergencyFree: house.emergency,
      countedAt: stage.now(),
    });
}

export const agendaAlerts = (stage: Stage): Promise<void> =>
  alertsOf(stage, {
    coordinator: "natalia",
    worker: "kuba",
    partner: "lis",
    code: "agenda",
    unit: "agenda-ulica",
    areas: ["Śródmieście", "Powiśle", "Praga-Północ", "Wola"],
    houses: [
      {
        name: "Noclegownia „Przystań”",
        type: "NIGHT_SHELTER",
        unit: "agenda-dom",
        area: "Śródmieście",
        places: 40,
        emergency: 8,
        free: 6,
      },
      {
        name: "Ogrzewalnia przy Mostowej",
        type: "WARMING_CENTRE",
        unit: "agenda-dom",
        area: "Powiśle",
        places: 25,
        emergency: 0,
        free: 11,
      },
    ],
    reports: [
      {
        day: -31,
        area: "Śródmieście",
        place: "Pasaż przy Dworcu Centralnym",
        says: "starszy mężczyzna, dwie torby",
        urgency: "TODAY",
        outcome: "TALK_HELD",
        minutes: 55,
      },
      {
        day: -24,
        area: "Powiśle",
        place: "Pod mostem, od strony bulwaru",
        says: "dwie osoby pod plandeką",
        urgency: "TODAY",
        outcome: "REFUSED",
        minutes: 95,
      },
      {
        day: -17,
        area: "Śródmieście",
        place: "Przystanek przy rondzie",
        says: "leży na ławce, przykryty kocem",
        urgency: "TODAY",
        outcome: "ACCEPTED_BED",
        minutes: 40,
      },
      {
        day: -12,
        area: "Praga-Północ",
        place: "Pustostan, wejście od podwórza",
        says: "światło na piętrze, dym",
        urgency: "3_DAYS",
        outcome: "NOT_FOUND",
        minutes: 160,
      },
      {
        day: -8,
        area: "Śródmieście",
        place: "Klatka schodowa przy galerii",
        says: "mężczyzna nie reagował na straż",
        urgency: "EMERGENCY_112",
        outcome: "TAKEN_TO_HOSPITAL",
        minutes: 20,
      },
      {
        day: -4,
        area: "Wola",
        place: "Altana za kortami",
        says: "kobieta z psem",
        urgency: "TODAY",
        outcome: "TALK_HELD",
        minutes: 75,
      },
      {
        day: -1,
        area: "Śródmieście",
        place: "Wiata za dworcem, od strony torów",
        says: "mężczyzna pod kocem, duży pies",
        urgency: "TODAY",
      },
      { day: 0, area: "Powiśle", place: "Schody przy bulwarze", says: "młoda osoba, bez kurtki", urgency: "TODAY" },
    ],
  });

export const radomAlerts = (stage: Stage): Promise<void> =>
  alertsOf(stage, {
    coordinator: "joanna",
    worker: "marta",
    partner: "rafal",
    code: "radom",
    unit: "radom-ulica",
    areas: ["Śródmieście", "Planty", "Halinów", "Ustronie"],
    houses: [
      {
        name: "Noclegownia przy Słowackiego",
        type: "NIGHT_SHELTER",
        unit: "radom-ulica",
        area: "Śródmieście",
        places: 30,
        emergency: 6,
        free: 4,
      },
      {
        name: "Ogrzewalnia na Ustroniu",
        type: "WARMING_CENTRE",
        unit: "radom-ulica",
        area: "Ustronie",
        places: 20,
        emergency: 0,
        free: 9,
      },
    ],
    reports: [
      {
        day: -9,
        area: "Planty",
        place: "Ławki przy fontannie",
        says: "mężczyzna z wózkiem",
        urgency: "TODAY",
        outcome: "TALK_HELD",
        minutes: 65,
      },
      {
        day: -3,
        area: "Ustronie",
        place: "Za ciepłownią",
        says: "ślady ogniska, dwa śpiwory",
        urgency: "3_DAYS",
        outcome: "NOT_FOUND",
        minutes: 120,
      },
      {
        day: 0,
        area: "Śródmieście",
        place: "Przejście podziemne pod dworcem, drugie wyjście",
        says: "kobieta, dwie torby, kaszle",
        urgency: "TODAY",
      },
    ],
  });

/** Two referrals from Agenda to its centre of social help: one accepted, one that waits for an answer. */
export async function agendaReferrals(stage: Stage): Promise<void> {
  const people = demoPeople("agenda", 6).slice(3);
  const [first, second] = people;
  const send = (no: number, key: string | undefined, more: Record<string, unknown>) =>
    stage.do("magda", "referral.send", {
      referralId: stage.id(`referral agenda ${no}`),
      shareId: stage.id(`referral share ${no}`),
      personId: stage.id(`person ${key}`),
      toOrganisationId: stage.id("ops-agenda"),
      kind: "COOPERATIVE",
      sections: ["CORE"],
      legalBasis: "ART_6_1_E",
      urgency: "ROUTINE",
      ...more,
    });
  const referralId = stage.id("referral agenda 1");
  stage.at(-8, "10:00");
  await send(1, first?.key, {
    kind: "STATUTORY",
    purpose: "Ustalenie prawa do zasiłku stałego",
    reason: "Prosimy o informację, czy osoba pobiera zasiłek, i o pomoc w złożeniu wniosku.",
    needs: ["BENEFITS", "DOCUMENTS"],
  });
  stage.at(-7, "09:00");
  await stage.do("dorota", "referral.receive", { stepId: stage.id("referral step 1"), referralId });
  const personId = stage.id("person ops-agenda 2");
  await stage.do("dorota", "person.record", {
    personId,
    unitId: stage.unitId("ops-agenda-rejon"),
    fields: { firstName: first?.firstName, lastName: first?.lastName },
    pesel: null,
  });
  stage.at(-6, "11:00");
  await stage.do("dorota", "referral.decide", {
    stepId: stage.id("referral step 2"),
    referralId,
    decision: "ACCEPTED",
    personId,
    linkId: stage.id("referral link 1"),
  });
  stage.at(-2, "10:00");
  await send(2, second?.key, {
    purpose: "Kontrakt socjalny",
    reason: "Osoba chce kontraktu. Prosimy o termin pierwszej rozmowy.",
    needs: ["SOCIAL_WORK", "WORK"],
  });
}
