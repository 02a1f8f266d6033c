import { lazy } from "react";
import { defineScreens } from "../../platform/ui/screenRoutes.ts";
import { recruitmentAccess } from "./access.ts";

export const routes = defineScreens([
  {
    path: "/recruitment",
    title: { pl: "Rekrutacja", en: "Recruitment", uk: "Набір" },
    load: () => import("./setup/RecruitmentsScreen.tsx").then((it) => it.RecruitmentsScreen),
  },
  {
    path: "/recruitment/$recruitmentId",
    title: { pl: "Rekrutacja projektu", en: "Recruitment of a project", uk: "Набір проєкту" },
    load: () => import("./setup/RecruitmentScreen.tsx").then((it) => it.RecruitmentScreen),
  },
  {
    path: "/recruitment/$recruitmentId/terms",
    title: { pl: "Zasady rekrutacji", en: "Terms of the recruitment", uk: "Правила набору" },
    load: () => import("./setup/TermsScreen.tsx").then((it) => it.TermsScreen),
  },
  {
    path: "/recruitment/$recruitmentId/next",
    title: { pl: "Kolejny nabór projektu", en: "A further recruitment", uk: "Ще один набір проєкту" },
    load: () => import("./setup/TermsScreen.tsx").then((it) => it.NextTermsScreen),
  },
  {
    path: "/recruitment/$recruitmentId/candidates",
    title: { pl: "Kandydaci", en: "Candidates", uk: "Кандидати" },
    load: () => import("./candidates/CandidatesScreen.tsx").then((it) => it.CandidatesScreen),
  },
  {
    path: "/recruitment/$recruitmentId/new",
    title: { pl: "Nowy kandydat", en: "New candidate", uk: "Новий кандидат" },
    load: () => import("./candidates/EditCandidateScreen.tsx").then((it) => it.NewCandidateScreen),
  },
  {
    path: "/recruitment/$recruitmentId/import",
    title: { pl: "Lista kandydatów z pliku", en: "List of candidates from a file", uk: "Список кандидатів із файлу" },
    load: () => import("./importing/ImportScreen.tsx").then((it) => it.ImportScreen),
  },
  {
    path: "/recruitment/$recruitmentId/points",
    title: { pl: "Punkty kandydatów", en: "Points of candidates", uk: "Бали кандидатів" },
    load: () => import("./candidates/PointsScreen.tsx").then((it) => it.PointsScreen),
  },
  {
    path: "/recruitment/$recruitmentId/ranking",
    title: { pl: "Lista rankingowa", en: "Ranking", uk: "Рейтинговий список" },
    load: () => import("./ranking/RankingScreen.tsx").then((it) => it.RankingScreen),
  },
  {
    path: "/recruitment/$recruitmentId/decisions",
    title: { pl: "Decyzje o kandydatach", en: "Decisions about candidates", uk: "Рішення про кандидатів" },
    load: () => import("./deciding/DecideScreen.tsx").then((it) => it.DecideScreen),
  },
  {
    path: "/recruitment/$recruitmentId/reserve",
    title: { pl: "Lista rezerwowa", en: "Reserve", uk: "Резервний список" },
    load: () => import("./deciding/ReserveScreen.tsx").then((it) => it.ReserveScreen),
  },
  {
    path: "/recruitment/$recruitmentId/interviews",
    title: { pl: "Rozmowy wstępne", en: "Initial interviews", uk: "Попередні розмови" },
    load: () => import("./interviews/InterviewsScreen.tsx").then((it) => it.InterviewsScreen),
  },
  {
    path: "/recruitment/$recruitmentId/letters",
    title: { pl: "Pisma o decyzjach", en: "Letters about decisions", uk: "Листи про рішення" },
    load: () => import("./letters/LettersScreen.tsx").then((it) => it.LettersScreen),
  },
  {
    path: "/recruitment/$recruitmentId/papers",
    title: { pl: "Dokumenty do podpisu", en: "Papers to sign", uk: "Документи на підпис" },
    load: () => import("./papers/PapersScreen.tsx").then((it) => it.PapersScreen),
  },
  {
    path: "/recruitment/$recruitmentId/start",
    title: { pl: "Od przyjęcia do zajęć", en: "From acceptance to classes", uk: "Від прийняття до занять" },
    load: () => import("./deciding/StartScreen.tsx").then((it) => it.StartScreen),
  },
  {
    path: "/candidates/$candidateId",
    title: { pl: "Kandydat", en: "Candidate", uk: "Кандидат" },
    load: () => import("./candidates/CandidateScreen.tsx").then((it) => it.CandidateScreen),
  },
  {
    path: "/candidates/$candidateId/edit",
    title: { pl: "Dane kandydata", en: "Data of a candidate", uk: "Дані кандидата" },
    load: () => import("./candidates/EditCandidateScreen.tsx").then((it) => it.EditCandidateScreen),
  },
]);

/** Part of the first screen: recruitments under way, with what waits. */
export const recruitmentHome = [
  {
    id: "recruitment.running",
    roles: Object.keys(recruitmentAccess["recruitment.list"]),
    Part: lazy(() => import("./setup/HomeRecruitments.tsx").then((it) => ({ default: it.HomeRecruitments }))),
  },
];
