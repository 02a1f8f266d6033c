import type { Stage } from "./loadDemo.ts";

/** Wojciech's experience profile: written with him, one entry added later, accepted on paper. */
export async function wojciechProfile(stage: Stage, personId: string, caseId: string): Promise<void> {
  const profileId = stage.id("wojciech profile");
  const id = (text: string) => stage.id(`wojciech profile ${text}`);
  const open = { sensitivity: "SOCIAL" } as const;
  const event = (on: string, area: string, text: string, sensitivity = "SOCIAL") => ({
    kind: "LIFE_EVENT",
    id: id(text),
    sensitivity,
    on,
    area,
    text,
  });
  const wish = (sphere: string, text: string) => ({ kind: "WISH", id: id(text), ...open, sphere, text });
  const barrier = (code: string, text: string, sensitivity = "SOCIAL") => ({
    kind: "BARRIER",
    id: id(code),
    sensitivity,
    code,
    text,
  });
  const { version } = await stage.do("anna", "profile.record", {
    profileId,
    personId,
    caseId,
    occasion: "FIRST",
    changes: {
      texts: {
        socialExperience: "Wychowany w Chełmie, najstarszy z trzech braci. Po rozwodzie kontakt z córką się urwał.",
        workExperience: "Piętnaście lat na budowach, ostatnio jako brygadzista. Bez umowy od 2022 roku.",
        resources: "Fach w ręku, punktualny, umie prowadzić brygadę. Brat w Radomiu, z którym rozmawia.",
        interests: "Wędkowanie, stare motocykle",
        personView: "Nie chcę litości, chcę roboty i zamka w drzwiach. Jak mam plan na dzień, to się trzymam.",
        summaryForPlans: "Zacząć od dokumentów i stałego miejsca, praca stopniowo, z jedną osobą prowadzącą.",
      },
      answers: {},
      entries: [
        event("1974-05-19", "FAMILY", "Urodzony w Chełmie"),
        event("1992", "SCHOOL", "Dyplom murarza, zasadnicza szkoła zawodowa"),
        event("1998-06", "FAMILY", "Ślub, rok później rodzi się córka"),
        event("2019", "LOSS", "Śmierć ojca"),
        event("2021-03", "RELATIONS", "Rozwód, wyprowadza się od żony"),
        event("2023", "LAW", "Wyrok w zawieszeniu za jazdę bez uprawnień", "COURT"),
        {
          kind: "HOMELESSNESS",
          id: id("first"),
          ...open,
          from: "2021-03",
          to: "2021-09",
          place: "U kolegów w Radomiu",
          causes: ["DIVORCE", "FAMILY_CONFLICT"],
          exitAttempt: "Pokój w hotelu robotniczym, stracony razem z pracą",
        },
        {
          kind: "HOMELESSNESS",
          id: id("second"),
          ...open,
          from: "2024-10",
          to: null,
          place: "Ogródki działkowe, potem schronisko",
          causes: ["UNEMPLOYMENT", "DEBT"],
          exitAttempt: "",
        },
        {
          kind: "INSTITUTION",
          id: id("hospital"),
          sensitivity: "HEALTH",
          from: "2022-02",
          to: "2022-05",
          institution: "HOSPITAL",
          text: "Uraz nogi na budowie",
        },
        {
          kind: "SUPPORT",
          id: id("office"),
          ...open,
          from: "2023",
          to: "2023",
          what: "Zasiłek celowy z MOPS",
          effect: "PARTLY",
          text: "Starczyło na leki, nie na kaucję",
        },
        barrier("NO_DOCUMENTS", "dowód zginął zimą"),
        barrier("DEBT_ENFORCEMENT", "alimenty i telefon"),
        barrier("HEALTH", "rana nogi nie goi się od roku", "HEALTH"),
        wish("HOUSING", "Chcę mieć swój pokój i klucz"),
        wish("VOCATIONAL", "Chcę znowu murować, na umowie"),
        wish("FAMILY", "Chcę zadzwonić do córki"),
      ],
      removed: [],
    },
  });
  stage.at(-21, "15:00");
  await stage.do(
    "anna",
    "profile.record",
    {
      profileId,
      personId,
      caseId,
      occasion: "MORE_KNOWN",
      changes: {
        texts: { interests: "Wędkowanie, stare motocykle, szachy w świetlicy" },
        answers: {},
        entries: [
          {
            kind: "SUPPORT",
            id: id("club"),
            ...open,
            from: "2026",
            to: null,
            what: "Warsztaty i świetlica",
            effect: "HELPED",
            text: "Wychodzi z domu codziennie rano",
          },
        ],
        removed: [],
      },
    },
    { base: version },
  );
  await stage.do("anna", "profile.record-acceptance", {
    acceptanceId: id("acceptance"),
    profileId,
    versionNo: 2,
    outcome: "ACCEPTED",
    way: "SIGNED_PAPER",
    givenOn: stage.day(-21),
    words: "Dobrze napisane. Tylko o wyroku nie czytać na głos.",
    fileId: null,
  });
}
