import { defineMessages } from "../messages.ts";

/** Who signs a paper, by the code of the block. */
export const partyMessages = defineMessages({
  "as.PERSON": { pl: "osoba", en: "the person", uk: "особа" },
  "as.PARENT_OR_GUARDIAN": {
    pl: "rodzic lub opiekun prawny",
    en: "parent or legal guardian",
    uk: "батько, мати або опікун",
  },
  "as.GUARDIAN": { pl: "opiekun prawny", en: "guardian", uk: "опікун" },
  "as.CURATOR": { pl: "kurator", en: "curator", uk: "куратор" },
  "as.TEMPORARY_ADVISER": { pl: "doradca tymczasowy", en: "temporary adviser", uk: "тимчасовий радник" },
  "as.MEMBER": { pl: "członek rodziny", en: "member of the family", uk: "член родини" },
  "as.OPS": { pl: "pracownik socjalny", en: "social worker", uk: "соціальний працівник" },
  "as.LEAD": { pl: "organizacja prowadząca", en: "lead organisation", uk: "провідна організація" },
  "as.WRITER": { pl: "kto prowadzi plan", en: "whoever leads the plan", uk: "хто веде план" },
  "as.CIS_MANAGER": { pl: "kierownik CIS", en: "manager of the CIS", uk: "керівник CIS" },
  "as.OPS_MANAGER": { pl: "kierownik OPS", en: "manager of the OPS", uk: "керівник OPS" },
  "as.MANAGER": { pl: "kierownik ośrodka", en: "manager of the centre", uk: "керівник центру" },
});
