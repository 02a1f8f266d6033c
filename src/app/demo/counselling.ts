import { isWorkingDay } from "../../platform/time/calendar.ts";
import { weekday } from "../../platform/time/plainDate.ts";
import type { Stage } from "./loadDemo.ts";

/** A lawyer on duty every week and a psychologist every two, a talk booked for today, somebody who waits, and one note. */
export async function counselling(stage: Stage): Promise<void> {
  const wojciech = stage.id("radom-ulica street 0");
  const lawyer = stage.id("duty lawyer");
  const pattern = { weekday: weekday(stage.today), fromOn: stage.day(-14), toOn: null };
  stage.at(-14, "09:00");
  await stage.do("beata", "consultant-duty.record", {
    consultantDutyId: lawyer,
    unitId: stage.unitId("radom-kis"),
    consultantId: stage.accountId("leszek"),
    role: "LAWYER",
    place: "pokój 4, parter",
    everyWeeks: 1,
    startsAt: "14:00",
    endsAt: "18:00",
    slotMinutes: 60,
    ...pattern,
  });
  await stage.do("henryk", "consultant-duty.record", {
    consultantDutyId: stage.id("duty psychologist"),
    unitId: stage.unitId("radom-rejon"),
    consultantId: stage.accountId("ewa"),
    role: "PSYCHOLOGIST",
    place: "ul. Limanowskiego 134, pokój 12",
    everyWeeks: 2,
    startsAt: "15:00",
    endsAt: "17:00",
    slotMinutes: 30,
    ...pattern,
  });
  stage.at(-7, "17:30");
  if (isWorkingDay(stage.day(-7)))
    await stage.do("leszek", "consultant-duty.settle", {
      settlementId: stage.id("settled lawyer"),
      consultantDutyId: lawyer,
      day: stage.day(-7),
      heldMinutes: 240,
    });
  await stage.do("ewa", "counselling.write-note", {
    talkNoteId: stage.id("talk ewa"),
    personId: wojciech,
    bookingId: null,
    mendsId: null,
    kind: "PSYCHOLOGICAL",
    channel: "ONSITE",
    day: stage.day(-7),
    startsAt: "15:00",
    endsAt: "15:45",
    topic: "Powrót do kontaktu z rodziną",
    content: "Mówi o córce, z którą nie rozmawiał od sześciu lat. Boi się pierwszego telefonu.",
    agreements: "Napisze list i przyniesie go na następną rozmowę.",
    referral: null,
    nextOn: stage.day(7),
    confirmation: "SIGNED",
  });
  stage.at(-1, "10:00");
  if (isWorkingDay(stage.today))
    await stage.do("anna", "booking.make", {
      bookingId: stage.id("booking lawyer"),
      personId: wojciech,
      consultantDutyId: lawyer,
      day: stage.today,
      startsAt: "15:00",
    });
  await stage.do("anna", "waiting.join", {
    waitingId: stage.id("waits psychologist"),
    personId: stage.id("radom-ulica street 2"),
    role: "PSYCHOLOGIST",
  });
}
