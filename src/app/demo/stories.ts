import { radomActivities } from "./activities.ts";
import { agendaAlerts, agendaReferrals, radomAlerts } from "./alerts.ts";
import { intoCentre } from "./centre.ts";
import { counselling } from "./counselling.ts";
import { legionowo } from "./legionowo.ts";
import { legionowoBenefits } from "./legionowoBenefits.ts";
import { legionowoWorkshops } from "./legionowoWorkshops.ts";
import type { Stage } from "./loadDemo.ts";
import { agendaHouse, stella } from "./others.ts";
import { radomClub } from "./radom.ts";
import { radomRecruitment } from "./recruitment.ts";
import { agendaPartnership } from "./sharing.ts";
import { streetNights } from "./street.ts";
import { wojciech } from "./wojciech.ts";

export type Story = (stage: Stage) => Promise<void>;

const radomStreet: Story = (stage) =>
  streetNights(stage, {
    coordinator: "joanna",
    workers: ["marta", "piotr"],
    unit: "radom-ulica",
    places: [
      { name: "Dworzec, przejście podziemne", type: "STATION_RAIL", area: "Śródmieście" },
      {
        name: "Wiadukt przy Młodzianowskiej",
        type: "UNDER_BRIDGE",
        area: "Planty",
        hazards: ["TRACKS"],
        entry: "NEVER_ALONE",
      },
      { name: "Altany przy torach", type: "ALLOTMENT_HUT", area: "Halinów", hazards: ["FIRE", "DOGS"], entry: "ASK" },
      { name: "Kanał przy ciepłowni", type: "HEATING_DUCT", area: "Ustronie", hazards: ["CO"], entry: "NEVER_ALONE" },
    ],
    aliases: [
      "Broda",
      "Pani w czerwonej czapce",
      "Kapitan",
      "Rudy z dworca",
      "Profesor",
      "Babcia Hela",
      "Góral",
      "Marynarz",
      "Łata",
    ],
    nights: 24,
  });

const agendaStreet: Story = (stage) =>
  streetNights(stage, {
    coordinator: "natalia",
    workers: ["kuba", "olek"],
    unit: "agenda-ulica",
    places: [
      { name: "Dworzec Centralny, antresola", type: "STATION_RAIL", area: "Śródmieście" },
      {
        name: "Pustostan na Pradze",
        type: "VACANT_BUILDING",
        area: "Praga-Północ",
        hazards: ["COLLAPSE"],
        entry: "NEVER_ALONE",
      },
      { name: "Skarpa pod mostem", type: "TENT", area: "Powiśle" },
    ],
    aliases: ["Dziadek Staś", "Ćma", "Bosman", "Długi", "Pani z wózkiem", "Mecenas", "Sokół", "Iskra"].concat(
      Array.from({ length: 22 }, (_, i) => `Nieznany ${i + 1}`),
    ),
    nights: 20,
  });

/** The stories of the demo world; each moves its own clock, so their order is that of what they need. */
export const stories: readonly Story[] = [
  radomStreet,
  wojciech,
  radomClub,
  stella,
  legionowo,
  legionowoWorkshops,
  legionowoBenefits,
  agendaStreet,
  agendaHouse,
  agendaPartnership,
  radomAlerts,
  agendaAlerts,
  agendaReferrals,
  counselling,
  radomActivities,
  radomRecruitment,
  intoCentre,
];
