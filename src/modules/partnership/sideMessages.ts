import { defineMessages } from "../../platform/messages.ts";

/** Words about a partner's side of a contract or a programme, at its owner's and at the partner's. */
export const sideMessages = defineMessages({
  title: { pl: "Co widzi partner", en: "What a partner sees", uk: "Що бачить партнер" },
  lead: {
    pl: "Partner czyta wyłącznie to, do czego sam się zobowiązał, z terminami i wynikiem oceny, oraz cele, które tu wskażesz. Trwa to tyle co udostępnienie.",
    en: "A partner reads only what it promised itself, with days and results, and the goals that you name here. It lasts as long as the share.",
    uk: "Партнер читає лише те, до чого сам зобов’язався, зі строками й результатом оцінки, та цілі, які ви тут вкажете. Це триває стільки, скільки надання.",
  },
  none: {
    pl: "Żaden partner nie czyta swojej części.",
    en: "No partner reads its part.",
    uk: "Жоден партнер не читає своєї частини.",
  },
  "side.LEAD": { pl: "Organizacja prowadząca", en: "Lead organisation", uk: "Провідна організація" },
  "side.LEAD_ORGANISATION": { pl: "Organizacja prowadząca", en: "Lead organisation", uk: "Провідна організація" },
  "side.SHELTER": { pl: "Schronisko", en: "Shelter", uk: "Притулок" },
  until: { pl: "Do", en: "Until", uk: "До" },
  opens: { pl: "Otwarte cele", en: "Goals opened", uk: "Відкриті цілі" },
  "state.OPEN": { pl: "czyta swoją część", en: "reads its part", uk: "читає свою частину" },
  "state.NOT_YET": { pl: "jeszcze nie czyta", en: "does not read yet", uk: "ще не читає" },
  "state.ENDED": {
    pl: "udostępnienie minęło, nie czyta",
    en: "the share has ended, reads nothing",
    uk: "надання минуло, не читає",
  },
  "state.WITHDRAWN": {
    pl: "udostępnienie wycofano, nie czyta",
    en: "the share was withdrawn, reads nothing",
    uk: "надання відкликано, не читає",
  },
  open: { pl: "Otwórz partnerowi jego część", en: "Open its part to a partner", uk: "Відкрити партнеру його частину" },
  change: {
    pl: "Zmień cele lub udostępnienie",
    en: "Change goals or share",
    uk: "Змінити цілі або надання",
  },
  close: { pl: "Zamknij tę część", en: "Close this part", uk: "Закрити цю частину" },
  opened: { pl: "Partner czyta swoją część.", en: "The partner reads its part.", uk: "Партнер читає свою частину." },
  closed: {
    pl: "Partner już tego nie czyta.",
    en: "The partner no longer reads it.",
    uk: "Партнер цього більше не читає.",
  },
  noShare: {
    pl: "Najpierw udostępnij partnerowi część „praca socjalna, program, kontrakt” w zakładce Udostępnienia tej osoby.",
    en: "First share the part “assessment, programme, contract” with the partner, on the person's Shares tab.",
    uk: "Спершу надайте партнеру частину «оцінка, програма, контракт» на вкладці надань цієї особи.",
  },
  toShares: { pl: "Udostępnienia osoby", en: "The person's shares", uk: "Надання особи" },
  side: { pl: "Strona", en: "Side", uk: "Сторона" },
  share: { pl: "Udostępnienie", en: "Share", uk: "Надання" },
  goals: { pl: "Cele, które partner zobaczy", en: "Goals that the partner will see", uk: "Цілі, які побачить партнер" },
  "goals.hint": {
    pl: "Tylko te, którym służą zobowiązania partnera. Można nie wskazać żadnego.",
    en: "Only those that the partner's promises serve. None need be named.",
    uk: "Лише ті, яким служать зобов’язання партнера. Можна не вказати жодної.",
  },

  // the partner's own view
  "part.title": { pl: "Nasza część", en: "Our part", uk: "Наша частина" },
  "part.none": {
    pl: "W żadnym kontrakcie ani programie nie otwarto nam naszej części, albo jeszcze nie obowiązują.",
    en: "No contract or programme opens our part to us, or none holds yet.",
    uk: "У жодному контракті чи програмі нам не відкрито нашої частини, або вони ще не діють.",
  },
  "part.contract": { pl: "Kontrakt socjalny", en: "Social contract", uk: "Соціальний контракт" },
  "part.plan": { pl: "Program", en: "Programme", uk: "Програма" },
  "part.as": { pl: "Jako: {side}", en: "As: {side}", uk: "Як: {side}" },
  "part.duties": { pl: "Do czego się zobowiązaliśmy", en: "What we promised", uk: "До чого ми зобов’язалися" },
  "part.noDuties": {
    pl: "Nie ma teraz nic do zrobienia.",
    en: "Nothing is to be done now.",
    uk: "Зараз нічого робити.",
  },
  "part.goals": { pl: "Czemu to służy", en: "What it serves", uk: "Чому це служить" },
  "part.late": { pl: "termin minął", en: "the day has passed", uk: "строк минув" },
  "part.due": { pl: "do", en: "by", uk: "до" },
  "result.DONE": { pl: "zrobione", en: "done", uk: "зроблено" },
  "result.PARTLY": { pl: "częściowo", en: "in part", uk: "частково" },
  "result.NOT_DONE": { pl: "niezrobione", en: "not done", uk: "не зроблено" },
  "result.NO_LONGER_RELEVANT": { pl: "już niepotrzebne", en: "no longer needed", uk: "вже не потрібно" },

  // refusals
  "share.side_not_there": {
    pl: "W tym dokumencie nie ma zobowiązań tej strony. Wpisz je najpierw.",
    en: "Nothing is promised on this side there. Write it down first.",
    uk: "У цьому документі немає зобов’язань цієї сторони. Спершу впишіть їх.",
  },
  "share.goal_not_there": {
    pl: "Wybrany cel nie należy już do tego dokumentu. Odśwież stronę i wybierz ponownie.",
    en: "A chosen goal is no longer part of it. Load the page again and choose anew.",
    uk: "Вибрана ціль більше не належить до цього документа. Оновіть сторінку й виберіть знову.",
  },
  "share.side_needs_share": {
    pl: "Udostępnienie, które wybrano, dziś nie obowiązuje albo nie obejmuje kontraktu i programu. Wybierz inne albo udostępnij na nowo.",
    en: "The chosen share does not hold today, or does not give contract and programme. Choose another or share anew.",
    uk: "Вибране надання сьогодні не діє або не охоплює контракт і програму. Виберіть інше або надайте знову.",
  },
  "share.whereabouts_protected_words": {
    pl: "Miejsce pobytu tej osoby jest chronione, a treść zobowiązania może je zdradzić: partner jej nie czyta. Przekaż ją osobiście.",
    en: "This person's whereabouts are protected and the words of a promise may tell them: a partner does not read them. Pass them on in person.",
    uk: "Місце перебування цієї особи захищене, а зміст зобов’язання може його виказати: партнер його не читає. Передайте особисто.",
  },
  "share.side_not_found": {
    pl: "Tej części już nikomu nie otwarto.",
    en: "This part is no longer open to anybody.",
    uk: "Цю частину вже нікому не відкрито.",
  },
});
