import { defineMessages } from "../../platform/messages.ts";

/** What the form of the contract asks for and is not written yet, and the facts beside what was promised. */
export const contentMessages = defineMessages({
  "field.sphere": { pl: "Czego dotyczy", en: "What it is about", uk: "Чого стосується" },
  "sphere.none": { pl: "nie wskazano", en: "not said", uk: "не вказано" },
  "sphere.HOUSING": { pl: "Mieszkanie", en: "Housing", uk: "Житло" },
  "sphere.FAMILY": { pl: "Rodzina", en: "Family", uk: "Сім’я" },
  "sphere.VOCATIONAL": { pl: "Praca", en: "Work", uk: "Робота" },
  "sphere.SOCIAL": { pl: "Życie społeczne", en: "Social life", uk: "Соціальне життя" },
  "sphere.PSYCHOLOGICAL": {
    pl: "Samopoczucie i relacje",
    en: "Well-being and relations",
    uk: "Самопочуття і стосунки",
  },
  "sphere.HEALTH": { pl: "Zdrowie", en: "Health", uk: "Здоров’я" },
  "sphere.LEGAL": { pl: "Sprawy urzędowe i prawne", en: "Legal and official matters", uk: "Правові справи" },
  "facts.title": { pl: "Co się wydarzyło", en: "What happened", uk: "Що сталося" },
  "facts.beside": {
    pl: "Pozostałe fakty stoją przy działaniach, których dotyczą.",
    en: "The other facts stand beside the duties that they are about.",
    uk: "Інші факти стоять біля дій, яких стосуються.",
  },
  "contract.duty_due": {
    pl: "Zrobić, co ośrodek obiecał w kontrakcie {number}",
    en: "Do what the centre promised in the contract {number}",
    uk: "Зробити, що центр обіцяв у контракті {number}",
  },
  "duty.late": { pl: "po terminie", en: "late", uk: "прострочено" },
  "group.unemployment": {
    pl: "Bezrobocie i kwalifikacje (część IB)",
    en: "Unemployment and qualifications (part IB)",
    uk: "Безробіття і кваліфікації (частина IB)",
  },
  "hint.unemployment": {
    pl: "Od kiedy bez pracy, rejestracja w urzędzie pracy, kwalifikacje. Po pierwszym podpisie ta treść jest zamrożona.",
    en: "Without work since when, registration at the labour office, qualifications. Frozen with the first signature.",
    uk: "Відколи без роботи, реєстрація в центрі зайнятості, кваліфікації. Після першого підпису зміст заморожено.",
  },
  "field.unemployment": {
    pl: "Okres bezrobocia i kwalifikacje",
    en: "Time of unemployment and qualifications",
    uk: "Період безробіття і кваліфікації",
  },
  "act.takeWorkHistory": {
    pl: "Wstaw z historii pracy",
    en: "Take from the work history",
    uk: "Взяти з історії праці",
  },
  "hint.takeWorkHistory": {
    pl: "Zastąpi to, co jest w polu poniżej. Przeczytaj i popraw, zanim ktoś podpisze.",
    en: "Takes the place of what is in the field below. Read and mend it before anybody signs.",
    uk: "Замінить те, що в полі нижче. Прочитайте і виправте, перш ніж хтось підпише.",
  },
  "print.unemployed": {
    pl: "Osoba jest bezrobotna; ośrodek opłaca składkę na ubezpieczenie zdrowotne (art. 108 ust. 3).",
    en: "The person is unemployed; the centre pays the health insurance (art. 108(3)).",
    uk: "Особа безробітна; центр сплачує медичний внесок (ст. 108 ч. 3).",
  },
  "print.pupReferral": {
    pl: "Skierowanie z urzędu pracy: {reference}",
    en: "Referral of the labour office: {reference}",
    uk: "Скерування центру зайнятості: {reference}",
  },
  "print.workingContract": {
    pl: "Układ i nazwy części tego kontraktu są robocze. Urzędowy wzór z rozporządzenia z 8 listopada 2010 r. ma pierwszeństwo.",
    en: "The layout and headings of this contract are working ones; the official template of 8 November 2010 goes first.",
    uk: "Структура й назви цього контракту робочі. Офіційний зразок від 8 листопада 2010 р. має перевагу.",
  },
  "field.change": { pl: "Co się zmienia", en: "What changes", uk: "Що змінюється" },
  "hint.change": {
    pl: "Jeśli nic, zostaw puste. Zmiana zacznie obowiązywać dopiero aneksem; po zapisaniu program go otworzy z tą treścią.",
    en: "Leave it empty where nothing does. A change holds by annex only; after saving, one is opened with these words.",
    uk: "Якщо нічого, залиште порожнім. Зміна почне діяти лише угодою; після збереження її буде відкрито з цим змістом.",
  },
  "act.annexOfEvaluation": { pl: "Przygotuj aneks", en: "Prepare the annex", uk: "Підготувати угоду" },
  "annex.ofEvaluation": {
    pl: "Wynika z oceny z dnia {day}.",
    en: "Made of the evaluation of {day}.",
    uk: "Випливає з оцінки від {day}.",
  },
  "contract.missing_unemployment": {
    pl: "Brakuje części IB: okresu bezrobocia i kwalifikacji.",
    en: "Part IB is not written: time of unemployment and qualifications.",
    uk: "Бракує частини IB: періоду безробіття і кваліфікацій.",
  },
  "plain.evaluationTitle": {
    pl: "Jak idzie Twój kontrakt",
    en: "How your contract is going",
    uk: "Як іде Ваш контракт",
  },
  "plain.evaluationIntro": {
    pl: "{name}, spotkaliśmy się, żeby sprawdzić, co się udało każdej stronie kontraktu.",
    en: "{name}, we met to look at what each side of the contract has done.",
    uk: "{name}, ми зустрілися, щоб перевірити, що вдалося кожній стороні контракту.",
  },
  "plain.evaluationNote": {
    pl: "Ta kartka opisuje fakty. Sama niczego nie zmienia w świadczeniach ani decyzjach. Jeśli zmieniamy działania, podpiszemy aneks.",
    en: "This sheet states facts. By itself it changes no benefit and no decision. If we change duties, we sign an annex.",
    uk: "Цей аркуш описує факти. Сам він нічого не змінює в допомозі чи рішеннях. Якщо змінюємо дії, підпишемо угоду.",
  },
  "plain.result.KEPT": { pl: "udało się", en: "done", uk: "вдалося" },
  "plain.result.PARTLY": { pl: "udało się częściowo", en: "partly done", uk: "вдалося частково" },
  "plain.result.NOT": { pl: "jeszcze nie", en: "not yet", uk: "ще ні" },
  "plain.result.NO_LONGER_RELEVANT": { pl: "już niepotrzebne", en: "not needed any more", uk: "вже не потрібно" },
  "contract.not_by_centre": {
    pl: "Kontrakt zawiera pracownik socjalny OPS, CUS albo PCPR. Ta jednostka nim nie jest: zacznij kontrakt w jednostce pracy socjalnej albo poproś o to ośrodek.",
    en: "A contract is concluded by a social worker of an OPS, CUS or PCPR. This unit is none: begin it in a unit of social work, or ask the centre to.",
    uk: "Контракт укладає соціальний працівник OPS, CUS або PCPR. Цей підрозділ ним не є: почніть контракт у підрозділі соціальної роботи або попросіть про це центр.",
  },
  "contract.missing_goals": {
    pl: "Kontrakt nie ma żadnego celu. Wpisz cel główny i cele szczegółowe.",
    en: "The contract has no goal. Write the main goal and specific ones.",
    uk: "Контракт не має жодної цілі. Впишіть головну ціль і конкретні цілі.",
  },
  "contract.missing_main_goal": {
    pl: "Brakuje celu głównego.",
    en: "There is no main goal.",
    uk: "Бракує головної цілі.",
  },
  "contract.missing_specific_goal": {
    pl: "Brakuje celu szczegółowego.",
    en: "There is no specific goal.",
    uk: "Бракує конкретної цілі.",
  },
  "contract.missing_effect": {
    pl: "Któryś cel nie ma oczekiwanego efektu. Dopisz, po czym poznamy, że się udało.",
    en: "A goal has no expected effect. Write how we shall know that it worked.",
    uk: "Якась ціль не має очікуваного результату. Допишіть, як дізнаємося, що вдалося.",
  },
  "contract.missing_situation": {
    pl: "Brakuje oceny sytuacji i jej przyczyn.",
    en: "The situation and its causes are not written.",
    uk: "Бракує оцінки ситуації та її причин.",
  },
  "contract.missing_resources": {
    pl: "Brakuje możliwości i zasobów osoby.",
    en: "The person's strengths and resources are not written.",
    uk: "Бракує можливостей і ресурсів особи.",
  },
  "contract.missing_barriers": {
    pl: "Nie opisano, co utrudnia osobie zmianę.",
    en: "The barriers are not written.",
    uk: "Не описано, що ускладнює зміну.",
  },
});
