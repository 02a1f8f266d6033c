import { defineMessages } from "../../../platform/messages.ts";

/** Words of who leads a programme and its annexes, and of handing them over. */
export const leadingMessages = defineMessages({
  "leading.title": { pl: "Kto prowadzi", en: "Who leads it", uk: "Хто веде" },
  "leading.lead": {
    pl: "Otwarte zadania z programu przechodzą od razu na nową osobę. Nowe wydruki podają ją od dziś, a poprzednia zostaje w historii.",
    en: "Open tasks of the programme go to the new leader at once. New prints name them from today, and the earlier one stays in the history.",
    uk: "Відкриті завдання програми одразу переходять до нової особи. Нові документи називають її від сьогодні, а попередня лишається в історії.",
  },
  "leading.by": { pl: "Prowadzi", en: "Led by", uk: "Веде" },
  "leading.since": { pl: "{name} (od {day})", en: "{name} (since {day})", uk: "{name} (від {day})" },
  "leading.part.PLAN": { pl: "Program", en: "Programme", uk: "Програма" },
  "leading.part.VOCATIONAL": {
    pl: "Plan rozwoju zawodowego",
    en: "Vocational development plan",
    uk: "План професійного розвитку",
  },
  "leading.part.INTERPERSONAL": {
    pl: "Ścieżka rozwoju interpersonalnego",
    en: "Interpersonal development path",
    uk: "Шлях міжособистісного розвитку",
  },
  "leading.to": { pl: "Kto prowadzi od dziś", en: "Who leads it from today", uk: "Хто веде від сьогодні" },
  "leading.reason": { pl: "Dlaczego", en: "Why", uk: "Чому" },
  "leading.reason.CASE": { pl: "Sprawę prowadzi kto inny", en: "Another leads the case", uk: "Справу веде інша особа" },
  "leading.reason.LEAVES": { pl: "Odejście z pracy", en: "Leaves the work", uk: "Звільнення" },
  "leading.reason.ABSENCE": { pl: "Dłuższa nieobecność", en: "Longer absence", uk: "Тривала відсутність" },
  "leading.reason.OTHER": { pl: "Inny powód", en: "Another reason", uk: "Інша причина" },
  "leading.act": { pl: "Przekaż prowadzenie", en: "Hand over", uk: "Передати ведення" },
  "leading.done": { pl: "Przekazano.", en: "Handed over.", uk: "Передано." },
  "leading.missing": { pl: "Wybierz, kto prowadzi.", en: "Choose who leads it.", uk: "Оберіть, хто веде." },
  "leading.reasonMissing": { pl: "Wybierz powód.", en: "Choose a reason.", uk: "Оберіть причину." },
  "leading.nobody.PLAN": {
    pl: "Nikt inny nie może teraz prowadzić tego programu. Potrzebny jest pracownik socjalny z jednostki, która pracuje z tą osobą.",
    en: "Nobody else can lead this programme now. It takes a social worker of a unit that works with the person.",
    uk: "Ніхто інший зараз не може вести цю програму. Потрібен соціальний працівник підрозділу, який працює з особою.",
  },
  "leading.nobody.VOCATIONAL": {
    pl: "W zespole sprawy nie ma innego doradcy zawodowego. Najpierw dodaj go do zespołu.",
    en: "There is no other vocational counsellor in the case team. Add one to the team first.",
    uk: "У команді справи немає іншого професійного консультанта. Спершу додайте його до команди.",
  },
  "leading.nobody.INTERPERSONAL": {
    pl: "W zespole sprawy nie ma innego psychologa. Najpierw dodaj go do zespołu.",
    en: "There is no other psychologist in the case team. Add one to the team first.",
    uk: "У команді справи немає іншого психолога. Спершу додайте його до команди.",
  },
  "leading.notYours": {
    pl: "Przekazuje osoba, która to prowadzi, prowadzący sprawę albo kierownik.",
    en: "It is handed over by who leads it, who leads the case, or the manager.",
    uk: "Передає той, хто веде, ведучий справи або керівник.",
  },
  "leading.call.NEEDED": {
    pl: "{name} nie może już prowadzić tego programu. Przekaż go innej osobie, żeby terminy nie przepadły.",
    en: "{name} can no longer lead this programme. Hand it over, so that no deadline is lost.",
    uk: "{name} вже не може вести цю програму. Передайте її, щоб не пропустити строків.",
  },
  "leading.call.OFFERED": {
    pl: "Sprawę prowadzi teraz kto inny, a program dalej {name}. Możesz przekazać także program.",
    en: "Somebody else leads the case now, and {name} still leads the programme. You may hand it over too.",
    uk: "Справу тепер веде інша особа, а програму – {name}. Можна передати й програму.",
  },
  "leading.earlier": { pl: "Wcześniej", en: "Earlier", uk: "Раніше" },
  "leading.until": {
    pl: "{name}, do {day}. {reason}, przekazuje: {by}",
    en: "{name}, until {day}. {reason}, handed over by {by}",
    uk: "{name}, до {day}. {reason}, передає: {by}",
  },
  "plan.leader_changed": {
    pl: "Program prowadzi kto inny ({reason})",
    en: "Somebody else leads the programme ({reason})",
    uk: "Програму веде інша особа ({reason})",
  },
  "vocational-plan.leader_changed": {
    pl: "Plan zawodowy prowadzi kto inny ({reason})",
    en: "Somebody else leads the vocational plan ({reason})",
    uk: "Професійний план веде інша особа ({reason})",
  },
  "interpersonal-path.leader_changed": {
    pl: "Ścieżkę rozwoju prowadzi kto inny ({reason})",
    en: "Somebody else leads the development path ({reason})",
    uk: "Шлях розвитку веде інша особа ({reason})",
  },
  TAKE_OVER_PLAN: {
    pl: "Zapoznaj się z tym, co przejmujesz: {part}",
    en: "Get to know what you take over: {part}",
    uk: "Ознайомтеся з тим, що приймаєте: {part}",
  },
  "plan.led_by_another": {
    pl: "Prowadzenie przekazuje osoba, która prowadzi program lub załącznik, prowadzący sprawę albo kierownik. Poproś jedną z nich.",
    en: "It is handed over by who leads the programme or the annex, who leads the case, or the manager. Ask one of them.",
    uk: "Ведення передає той, хто веде програму чи додаток, ведучий справи або керівник. Зверніться до них.",
  },
  "plan.leads_already": {
    pl: "Ta osoba już to prowadzi. Wybierz inną.",
    en: "This colleague leads it already. Choose another.",
    uk: "Ця особа вже веде. Оберіть іншу.",
  },
  "plan.leader_cannot": {
    pl: "Ta osoba nie może tego prowadzić: program prowadzi pracownik socjalny z jednostki tej osoby (w schronisku: z tego schroniska, art. 49 ust. 3 ustawy o pomocy społecznej), załącznik – specjalista z zespołu sprawy. Wybierz z listy.",
    en: "This colleague cannot lead it: a programme is led by a social worker of a unit of the person (in a shelter: of that shelter, article 49(3) of the Act on social assistance), an annex by a specialist of the case team. Choose from the list.",
    uk: "Ця особа не може вести: програму веде соціальний працівник підрозділу (у притулку – того притулку, ст. 49 ч. 3), додаток – фахівець із команди справи. Оберіть зі списку.",
  },
  "plan.leading_changed": {
    pl: "Ktoś w tym czasie zmienił prowadzącego. Wczytaj ponownie i sprawdź.",
    en: "Somebody changed the leader meanwhile. Load again and check.",
    uk: "Хтось тим часом змінив ведучого. Завантажте знову й перевірте.",
  },
});
