import { defineMessages } from "../../../platform/messages.ts";

/** Words that stand on paper alone. */
export const ipzsDocumentMessages = defineMessages({
  "doc.title": {
    pl: "Indywidualny program zatrudnienia socjalnego",
    en: "Individual social employment programme",
    uk: "Індивідуальна програма соціального працевлаштування",
  },
  "doc.basis": {
    pl: "Na podstawie art. 12 ust. 4 i art. 13 ustawy z dnia 13 czerwca 2003 r. o zatrudnieniu socjalnym.",
    en: "Under articles 12(4) and 13 of the Polish Act of 13 June 2003 on social employment.",
    uk: "На підставі ст. 12 ч. 4 та ст. 13 польського Закону від 13 червня 2003 р. про соціальне працевлаштування.",
  },
  "doc.person": { pl: "Uczestnik", en: "Participant", uk: "Учасник" },
  "doc.working": {
    pl: "Treść robocza centrum. Ustawa wymaga zakresu i form reintegracji oraz osób odpowiedzialnych; brzmienie pozostałych części nie jest wzorem urzędowym.",
    en: "Working text of the centre. The law asks for the scope and forms of reintegration and the persons responsible; the wording of the rest is no official form.",
    uk: "Робочий текст центру. Закон вимагає обсягу й форм реінтеграції та відповідальних осіб; решта не є офіційним зразком.",
  },
  "doc.agreed": {
    pl: "Uzgodnienie z kierownikiem OPS",
    en: "Agreement with the manager of the OPS",
    uk: "Узгодження з керівником OPS",
  },
  "doc.changes": { pl: "Zmiany programu", en: "Changes of the programme", uk: "Зміни програми" },
  "doc.worker": { pl: "Pracownik socjalny CIS", en: "Social worker of the CIS", uk: "Соціальний працівник CIS" },
  "doc.manager": { pl: "Kierownik CIS", en: "Manager of the CIS", uk: "Керівник CIS" },
  "doc.ops": { pl: "Kierownik OPS", en: "Manager of the OPS", uk: "Керівник OPS" },
  "doc.PERSON": { pl: "Uczestnik", en: "The participant", uk: "Учасник" },
  "doc.PARENT_OR_GUARDIAN": { pl: "Rodzic lub opiekun", en: "Parent or guardian", uk: "Батько, мати чи опікун" },
  "doc.GUARDIAN": { pl: "Opiekun prawny", en: "Guardian", uk: "Опікун" },
  "doc.CURATOR": { pl: "Kurator", en: "Curator", uk: "Куратор" },
  "doc.TEMPORARY_ADVISER": { pl: "Doradca tymczasowy", en: "Temporary adviser", uk: "Тимчасовий радник" },
  "doc.week": { pl: "{hours} godz. tygodniowo", en: "{hours} h a week", uk: "{hours} год на тиждень" },
  "plain.title": { pl: "Mój program w CIS", en: "My programme in the CIS", uk: "Моя програма в CIS" },
  "plain.intro": {
    pl: "To jest Twój program w Centrum Integracji Społecznej. Ułożyliśmy go razem z Tobą.",
    en: "This is your programme in the Social Integration Centre. We made it together with you.",
    uk: "Це твоя програма в Центрі соціальної інтеграції. Ми склали її разом із тобою.",
  },
  "plain.copy": {
    pl: "Ta kartka jest dla Ciebie, prostymi słowami. Podpisuje się inny dokument o tej samej treści.",
    en: "This page is for you, in plain words. What is signed is another document that says the same.",
    uk: "Цей аркуш для тебе, простими словами. Підписують інший документ такого самого змісту.",
  },
  "plain.when": { pl: "Od kiedy do kiedy", en: "From when to when", uk: "Відколи і доки" },
  "plain.trial": {
    pl: "Pierwszy miesiąc to próba: od {from} do {to}.",
    en: "The first month is a trial: from {from} to {to}.",
    uk: "Перший місяць випробувальний: від {from} до {to}.",
  },
  "plain.until": {
    pl: "Potem możesz uczestniczyć do {day}.",
    en: "After that you may take part until {day}.",
    uk: "Потім можеш брати участь до {day}.",
  },
  "plain.hours": {
    pl: "W centrum jesteś {hours} godzin w tygodniu.",
    en: "You are in the centre {hours} hours a week.",
    uk: "У центрі ти {hours} годин на тиждень.",
  },
  "plain.what": { pl: "Co będę robić", en: "What I will do", uk: "Що я робитиму" },
  "plain.who": { pl: "Kto mi pomaga", en: "Who helps me", uk: "Хто мені допомагає" },
  "plain.rights": { pl: "Co warto wiedzieć", en: "Good to know", uk: "Що варто знати" },
  "plain.daysOff": {
    pl: "Po okresie próbnym masz {days} dni wolnych. Poproś o nie wcześniej.",
    en: "After the trial you have {days} days off. Ask for them in advance.",
    uk: "Після випробування маєш {days} вільних днів. Попроси про них заздалегідь.",
  },
  "plain.change": {
    pl: "Program można zmienić. Powiedz, gdy coś się nie udaje.",
    en: "The programme can be changed. Say so when something does not work.",
    uk: "Програму можна змінити. Скажи, коли щось не вдається.",
  },
  "plain.stop": {
    pl: "Możesz zrezygnować. Wystarczy, że złożysz oświadczenie.",
    en: "You may resign. A statement of yours is enough.",
    uk: "Ти можеш відмовитися. Досить твоєї заяви.",
  },
  "plain.ask": {
    pl: "Jeśli czegoś nie rozumiesz, zapytaj. Możesz poprosić o przeczytanie na głos.",
    en: "If you do not understand something, ask. You may ask for it to be read aloud.",
    uk: "Якщо чогось не розумієш, запитай. Можна попросити прочитати вголос.",
  },
  "letter.admit": {
    pl: "Przyjęcie do Centrum Integracji Społecznej",
    en: "Admission to the Social Integration Centre",
    uk: "Прийняття до Центру соціальної інтеграції",
  },
  "letter.qualify": {
    pl: "Decyzja po okresie próbnym: zakwalifikowanie do uczestnictwa",
    en: "Decision after the trial: qualified for participation",
    uk: "Рішення після випробувального періоду: допуск до участі",
  },
  "letter.disqualify": {
    pl: "Decyzja po okresie próbnym: niezakwalifikowanie do uczestnictwa",
    en: "Decision after the trial: not qualified for participation",
    uk: "Рішення після випробувального періоду: недопуск до участі",
  },
  "letter.extend": {
    pl: "Przedłużenie okresu uczestnictwa",
    en: "Extension of the participation",
    uk: "Подовження періоду участі",
  },
  "letter.refuse-extension": {
    pl: "Odmowa przedłużenia okresu uczestnictwa",
    en: "The participation is not extended",
    uk: "Відмова в подовженні періоду участі",
  },
  "letter.end": {
    pl: "Zakończenie indywidualnego programu zatrudnienia socjalnego",
    en: "End of the individual social employment programme",
    uk: "Завершення індивідуальної програми соціального працевлаштування",
  },
  "letter.says.admit": {
    pl: "Przyjmuję Panią/Pana do Centrum na okres próbny od {from} do {to}.",
    en: "You are admitted to the centre for a trial from {from} to {to}.",
    uk: "Вас прийнято до Центру на випробувальний період від {from} до {to}.",
  },
  "letter.says.qualify": {
    pl: "Po okresie próbnym, który trwa do {to}, kwalifikuję Panią/Pana do uczestnictwa w zajęciach do {until}.",
    en: "After the trial, which lasts until {to}, you are qualified to take part until {until}.",
    uk: "Після випробувального періоду, що триває до {to}, вас допущено до участі в заняттях до {until}.",
  },
  "letter.says.disqualify": {
    pl: "Po okresie próbnym nie kwalifikuję Pani/Pana do uczestnictwa w zajęciach. Program kończy się {to}.",
    en: "After the trial you are not qualified to take part. The programme ends on {to}.",
    uk: "Після випробувального періоду вас не допущено до участі. Програма завершується {to}.",
  },
  "letter.says.extend": {
    pl: "Przedłużam okres uczestnictwa o miesięcy: {months}, do {until}.",
    en: "The participation is extended by months: {months}, until {until}.",
    uk: "Період участі подовжено на місяців: {months}, до {until}.",
  },
  "letter.says.refuse-extension": {
    pl: "Nie przedłużam okresu uczestnictwa. Program trwa do {until}.",
    en: "The participation is not extended. The programme lasts until {until}.",
    uk: "Період участі не подовжено. Програма триває до {until}.",
  },
  "letter.says.end": {
    pl: "Program kończy się {until}. Powód: {why}.",
    en: "The programme ends on {until}. Reason: {why}.",
    uk: "Програма завершується {until}. Причина: {why}.",
  },
  "letter.grounds": { pl: "Uzasadnienie", en: "Grounds", uk: "Обґрунтування" },
  "letter.opinion": {
    pl: "Opinia pracownika socjalnego CIS",
    en: "Opinion of the social worker of the CIS",
    uk: "Висновок соціального працівника CIS",
  },
  "letter.day": { pl: "Dzień", en: "Day", uk: "День" },
  "letter.complaint": { pl: "Pouczenie", en: "Note on complaint", uk: "Роз’яснення" },
  "letter.complaintText": {
    pl: "Na tę decyzję przysługuje Pani/Panu skarga do sądu administracyjnego (art. 13 ust. 4–4b ustawy o zatrudnieniu socjalnym).",
    en: "You may complain about this decision to the administrative court (art. 13(4)–(4b) of the Act on social employment).",
    uk: "На це рішення ви можете подати скаргу до адміністративного суду (ст. 13 ч. 4–4b Закону про соціальне працевлаштування).",
  },
  "letter.complaintCourt": {
    pl: "Sąd i adres: ........................................................................",
    en: "Court and address: ........................................................................",
    uk: "Суд і адреса: ........................................................................",
  },
  "letter.complaintTerm": {
    pl: "Termin: {days} dni od dnia doręczenia tej decyzji.",
    en: "Term: {days} days from the day on which this decision was delivered.",
    uk: "Строк: {days} днів від дня вручення цього рішення.",
  },
  "letter.complaintUnverified": {
    pl: "Uwaga dla wydającego: termin i sąd nie są potwierdzone w źródłach centrum. Sprawdź je i popraw, zanim wydasz pismo.",
    en: "For whoever issues this: neither the term nor the court is confirmed by the centre’s sources. Check and correct them before the letter is given.",
    uk: "Для того, хто видає: ані строк, ані суд не підтверджено в джерелах центру. Перевірте й виправте їх перед видачею.",
  },
  "certificate.title": {
    pl: "Zaświadczenie o uczestnictwie w Centrum Integracji Społecznej",
    en: "Certificate of participation in a Social Integration Centre",
    uk: "Довідка про участь у Центрі соціальної інтеграції",
  },
  "certificate.basis": {
    pl: "Na podstawie art. 13 ust. 5a ustawy z dnia 13 czerwca 2003 r. o zatrudnieniu socjalnym.",
    en: "Under article 13(5a) of the Polish Act of 13 June 2003 on social employment.",
    uk: "На підставі ст. 13 ч. 5a польського Закону від 13 червня 2003 р. про соціальне працевлаштування.",
  },
  "certificate.says": {
    pl: "{person} uczestniczyła/uczestniczył w zajęciach: {centre}, od {from} do {to}.",
    en: "{person} took part in the classes of {centre} from {from} to {to}.",
    uk: "{person} брав(ла) участь у заняттях: {centre}, від {from} до {to}.",
  },
  "certificate.replaces": { pl: "Zastępuje zaświadczenie", en: "Replaces the certificate", uk: "Замінює довідку" },
  "certificate.workshops": {
    pl: "Warsztaty, kursy, praktyki",
    en: "Workshops, courses, practice",
    uk: "Майстерні, курси, практика",
  },
  "certificate.skills": { pl: "Nabyte umiejętności", en: "Skills gained", uk: "Набуті вміння" },
  "certificate.working": {
    pl: "Brzmienie robocze centrum, nie wzór urzędowy. Ustawa mówi o zaświadczeniu; okres, warsztaty i umiejętności wpisuje centrum.",
    en: "Working text of the centre, no official form. The act speaks of a certificate; period, workshops and skills are the centre’s.",
    uk: "Робочий текст центру, не офіційний зразок. Закон говорить про довідку; період, майстерні та вміння вписує центр.",
  },
  "letter.working": {
    pl: "Brzmienie robocze centrum. Przed wydaniem sprawdź pouczenie (sąd i termin) w aktualnym tekście ustawy.",
    en: "Working text of the centre. Check the note (court and term) against the current text of the act before it is given.",
    uk: "Робочий текст центру. Перед видачею звірте роз’яснення (суд і строк) з чинним текстом закону.",
  },
  "letter.workingShort": {
    pl: "Brzmienie robocze centrum, nie wzór urzędowy.",
    en: "Working text of the centre, no official form.",
    uk: "Робочий текст центру, не офіційний зразок.",
  },
  "letter.receipt": {
    pl: "Otrzymałam/otrzymałem, dzień i podpis",
    en: "Received, day and signature",
    uk: "Отримав(ла), день і підпис",
  },
});
