import { lazy } from "react";
import { defineScreens } from "../../platform/ui/screenRoutes.ts";

/** Titles stand here and not in messages.ts, so that the first script of every role stays small. */
export const routes = defineScreens([
  {
    path: "/contracts",
    title: { pl: "Kontrakty socjalne", en: "Social contracts", uk: "Соціальні контракти" },
    load: () => import("./ContractsScreen.tsx").then((it) => it.ContractsScreen),
  },
  {
    path: "/people/$personId/contracts",
    title: { pl: "Kontrakty osoby", en: "The person's contracts", uk: "Контракти особи" },
    load: () => import("./ContractsScreen.tsx").then((it) => it.PersonContractsScreen),
  },
  {
    path: "/people/$personId/contracts/new",
    title: { pl: "Nowy kontrakt", en: "New contract", uk: "Новий контракт" },
    load: () => import("./NewContractScreen.tsx").then((it) => it.NewContractScreen),
  },
  {
    path: "/contracts/$contractId",
    title: { pl: "Kontrakt socjalny", en: "Social contract", uk: "Соціальний контракт" },
    load: () => import("./ContractScreen.tsx").then((it) => it.ContractScreen),
  },
  {
    path: "/contracts/$contractId/edit",
    title: { pl: "Treść kontraktu", en: "Words of the contract", uk: "Зміст контракту" },
    load: () => import("./EditContractScreen.tsx").then((it) => it.EditContractScreen),
  },
  {
    path: "/contracts/$contractId/sign",
    title: { pl: "Podpisy", en: "Signatures", uk: "Підписи" },
    load: () => import("./SignContractScreen.tsx").then((it) => it.SignContractScreen),
  },
  {
    path: "/contracts/$contractId/evaluate",
    title: { pl: "Ocena realizacji", en: "Evaluation", uk: "Оцінка виконання" },
    load: () => import("./EvaluateContractScreen.tsx").then((it) => it.EvaluateContractScreen),
  },
  {
    path: "/contracts/$contractId/annex",
    title: { pl: "Aneks", en: "Annex", uk: "Додаткова угода" },
    load: () => import("./AnnexScreen.tsx").then((it) => it.AnnexScreen),
  },
  {
    path: "/contracts/$contractId/annexes/$annexId",
    title: { pl: "Podpisy pod aneksem", en: "Signatures of the annex", uk: "Підписи під угодою" },
    load: () => import("./SignAnnexScreen.tsx").then((it) => it.SignAnnexScreen),
  },
  {
    path: "/contracts/$contractId/consultation",
    title: { pl: "Uzgodnienie z drugim ośrodkiem", en: "Consultation", uk: "Узгодження з іншим центром" },
    load: () => import("./ConsultationScreen.tsx").then((it) => it.ConsultationScreen),
  },
  {
    path: "/packets",
    title: { pl: "Do podpisu", en: "To be signed", uk: "На підпис" },
    load: () => import("./packet/PacketsScreen.tsx").then((it) => it.PacketsScreen),
  },
  {
    path: "/packets/print",
    title: { pl: "Wydruk dla wielu osób", en: "Print for many people", uk: "Друк для багатьох осіб" },
    load: () => import("./packet/run/AskPrintRunScreen.tsx").then((it) => it.AskPrintRunScreen),
  },
  {
    path: "/packets/print/$runId",
    title: { pl: "Przygotowane wydruki", en: "Prepared prints", uk: "Підготовлений друк" },
    load: () => import("./packet/run/PrintRunScreen.tsx").then((it) => it.PrintRunScreen),
  },
  {
    path: "/people/$personId/packet",
    title: { pl: "Do podpisu", en: "To be signed", uk: "На підпис" },
    load: () => import("./packet/PacketsScreen.tsx").then((it) => it.PersonPacketScreen),
  },
  {
    path: "/people/$personId/checklist",
    title: { pl: "Dokumenty na tym etapie", en: "Papers of this stage", uk: "Документи цього етапу" },
    load: () => import("./checklist/ChecklistScreen.tsx").then((it) => it.ChecklistScreen),
  },
  {
    path: "/contracts/$contractId/end",
    title: { pl: "Zakończenie kontraktu", en: "End of the contract", uk: "Завершення контракту" },
    load: () => import("./EndContractScreen.tsx").then((it) => it.EndContractScreen),
  },
]);

/** For who leads social workers: what the workers' own tasks tell them already. */
export const contractHome = [
  {
    id: "contract-evaluations",
    roles: ["SOCIAL_WORK_MANAGER"],
    Part: lazy(() => import("./HomeEvaluations.tsx").then((it) => ({ default: it.HomeEvaluations }))),
  },
] as const;
