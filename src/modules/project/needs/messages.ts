import { defineMessages, LOCALE, type Translate } from "../../../platform/messages.ts";
import type { Precision } from "./codes.ts";
import type { Figure } from "./contract.ts";
import type { Worked } from "./rules.ts";

export const needsMessages = defineMessages({
  "needs.title": { pl: "Dlaczego klub?", en: "Why a club?", uk: "Навіщо клуб?" },
  "needs.lead": {
    pl: "Lokalne liczby, które stoją za decyzją o klubie, każda ze źródłem i dniem. Udziały liczą się same.",
    en: "Local figures behind the decision to open a club, each with its source and day. Shares are worked out.",
    uk: "Місцеві цифри, що стоять за рішенням про клуб, кожна з джерелом і днем. Частки рахуються самі.",
  },
  "needs.none": { pl: "Nie ma jeszcze uzasadnienia", en: "No statement yet", uk: "Обґрунтування ще немає" },
  "needs.noneNext": {
    pl: "Zacznij od gotowych pytań: ilu mieszkańców, ilu bezrobotnych, ilu klientów ośrodka. Wynik wkleja się do wniosku o dotację.",
    en: "Start from ready questions: inhabitants, unemployed, clients of the centre. The result goes into the grant application.",
    uk: "Почніть із готових питань: скільки мешканців, безробітних, клієнтів центру. Результат іде до заявки на грант.",
  },
  "needs.new": { pl: "Nowe uzasadnienie", en: "New statement", uk: "Нове обґрунтування" },
  "needs.edit": { pl: "Zmień liczby", en: "Change the figures", uk: "Змінити цифри" },
  "needs.save": { pl: "Zapisz", en: "Save", uk: "Зберегти" },
  "needs.saved": { pl: "Zapisano uzasadnienie.", en: "Statement saved.", uk: "Обґрунтування збережено." },
  "needs.name": { pl: "Nazwa", en: "Title", uk: "Назва" },
  "needs.project": { pl: "Projekt, którego dotyczy", en: "Project it belongs to", uk: "Проєкт, якого стосується" },
  "needs.projectHint": { pl: "Może jeszcze nie istnieć.", en: "There may be none yet.", uk: "Його може ще не бути." },
  "needs.unit": { pl: "Jednostka", en: "Unit", uk: "Підрозділ" },
  "needs.what": { pl: "Dla kogo to uzasadnienie?", en: "For whom is this?", uk: "Для кого це?" },
  "needs.figures": { pl: "Liczby", en: "Figures", uk: "Цифри" },
  "needs.figuresAsk": { pl: "Co wiadomo?", en: "What is known?", uk: "Що відомо?" },
  "needs.figuresHint": {
    pl: "Czego jeszcze nie wiadomo, zostaw puste. »Ponad« i »około« przechodzą do wyniku.",
    en: "Leave empty what is not known yet. “Over” and “about” go on into the result.",
    uk: "Невідоме залиште порожнім. »Понад« і »близько« переходять у результат.",
  },
  "needs.shares": { pl: "Udziały", en: "Shares", uk: "Частки" },
  "needs.sharesAsk": { pl: "Co z tego policzyć?", en: "What is to be worked out?", uk: "Що з цього порахувати?" },
  "needs.wordsAsk": { pl: "Co z tego wynika?", en: "What follows from it?", uk: "Що з цього випливає?" },
  "needs.projects": { pl: "Projekty", en: "Projects", uk: "Проєкти" },
  "needs.results": { pl: "Co z tego wychodzi", en: "What comes out", uk: "Що виходить" },
  "needs.noShares": { pl: "Nie ma nic do policzenia.", en: "Nothing to work out.", uk: "Немає що рахувати." },
  "needs.gap": { pl: "Czego brakuje w miejscowej ofercie", en: "What is lacking locally", uk: "Чого бракує на місці" },
  "needs.conclusion": {
    pl: "Dlaczego klub na to odpowiada",
    en: "Why a club answers it",
    uk: "Чому клуб на це відповідає",
  },
  "needs.noGap": { pl: "Jeszcze nie napisano.", en: "Not written yet.", uk: "Ще не написано." },
  "needs.figureNo": { pl: "Liczba {no}", en: "Figure {no}", uk: "Цифра {no}" },
  "needs.shareNo": { pl: "Udział {no}", en: "Share {no}", uk: "Частка {no}" },
  "figure.label": { pl: "Co to za liczba", en: "What it is", uk: "Що це за цифра" },
  "figure.kind": { pl: "W czym", en: "Unit", uk: "Одиниця" },
  "figure.value": { pl: "Ile", en: "How many", uk: "Скільки" },
  "figure.precision": { pl: "Jak dokładnie", en: "How exact", uk: "Наскільки точно" },
  "figure.source": { pl: "Źródło", en: "Source", uk: "Джерело" },
  "figure.asAt": { pl: "Stan na dzień", en: "As at", uk: "Станом на" },
  "kind.PERSONS": { pl: "osoby", en: "people", uk: "особи" },
  "kind.PERCENT": { pl: "procent", en: "percent", uk: "відсотки" },
  "precision.EXACT": { pl: "dokładnie", en: "exactly", uk: "точно" },
  "precision.ABOUT": { pl: "około", en: "about", uk: "близько" },
  "precision.MORE_THAN": { pl: "ponad", en: "over", uk: "понад" },
  "precision.LESS_THAN": { pl: "mniej niż", en: "under", uk: "менше ніж" },
  "said.EXACT": { pl: "{value}", en: "{value}", uk: "{value}" },
  "said.ABOUT": { pl: "około {value}", en: "about {value}", uk: "близько {value}" },
  "said.MORE_THAN": { pl: "ponad {value}", en: "over {value}", uk: "понад {value}" },
  "said.LESS_THAN": { pl: "mniej niż {value}", en: "under {value}", uk: "менше ніж {value}" },
  "worked.EXACT": { pl: "{value}", en: "{value}", uk: "{value}" },
  "worked.ABOUT": { pl: "około {value}", en: "about {value}", uk: "близько {value}" },
  "worked.MORE_THAN": { pl: "co najmniej {value}", en: "at least {value}", uk: "щонайменше {value}" },
  "worked.LESS_THAN": { pl: "co najwyżej {value}", en: "at most {value}", uk: "щонайбільше {value}" },
  "oneIn.EXACT": { pl: "co {value}.", en: "1 in {value}", uk: "кожен {value}-й" },
  "oneIn.ABOUT": { pl: "mniej więcej co {value}.", en: "about 1 in {value}", uk: "приблизно кожен {value}-й" },
  "oneIn.MORE_THAN": { pl: "co {value}. lub rzadziej", en: "1 in {value} or fewer", uk: "кожен {value}-й або рідше" },
  "oneIn.LESS_THAN": { pl: "co {value}. lub częściej", en: "1 in {value} or more", uk: "кожен {value}-й або частіше" },
  notAvailable: { pl: "brak danych", en: "n/a", uk: "немає даних" },
  unknown: { pl: "jeszcze nie wiadomo", en: "not known yet", uk: "ще невідомо" },
  "formula.PERCENT": { pl: "{part} ÷ {base} × 100", en: "{part} ÷ {base} × 100", uk: "{part} ÷ {base} × 100" },
  "formula.ONE_IN": { pl: "{base} ÷ {part}", en: "{base} ÷ {part}", uk: "{base} ÷ {part}" },
  "share.label": { pl: "Co pokazuje", en: "What it shows", uk: "Що показує" },
  "share.kind": { pl: "Jak liczyć", en: "How", uk: "Як рахувати" },
  "shareKind.PERCENT": {
    pl: "procent (część z całości)",
    en: "percent (part of a whole)",
    uk: "відсоток (частина цілого)",
  },
  "shareKind.ONE_IN": {
    pl: "co który (całość przez część)",
    en: "one in how many (whole by part)",
    uk: "кожен котрий (ціле на частину)",
  },
  "share.part": { pl: "Część", en: "Part", uk: "Частина" },
  "share.base": { pl: "Całość", en: "Whole", uk: "Ціле" },
  "share.formula": { pl: "Działanie", en: "Formula", uk: "Дія" },
  "share.result": { pl: "Wynik", en: "Result", uk: "Результат" },
  "row.addFigure": { pl: "Dodaj liczbę", en: "Add a figure", uk: "Додати цифру" },
  "row.addShare": { pl: "Dodaj udział", en: "Add a share", uk: "Додати частку" },
  "row.remove": { pl: "Usuń", en: "Remove", uk: "Прибрати" },
  "row.removeOf": { pl: "Usuń: {what}", en: "Remove: {what}", uk: "Прибрати: {what}" },
  "register.title": { pl: "Liczby z akt ośrodka", en: "Figures from our files", uk: "Цифри зі справ центру" },
  "register.hint": {
    pl: "Każda osoba raz, na koniec kwartału, w zaokrągleniu do pięciu. Mniej niż pięciu osób program nie podaje: z różnicy liczb nie da się poznać nikogo. Uzależnienia, niepełnosprawność i karalność są w aktach chronione, tych program nie liczy.",
    en: "Each person once, at the end of a quarter, to the nearest five. Fewer than five are not told: nobody can be known by a difference. Addiction, disability and court records are protected and not counted.",
    uk: "Кожна особа один раз, на кінець кварталу, із заокругленням до п’яти. Менше п’яти не подається: з різниці чисел нікого не впізнати. Залежність, інвалідність і судимість захищені та не рахуються.",
  },
  "register.count": { pl: "Policz", en: "Count", uk: "Порахувати" },
  "register.take": { pl: "Wstaw", en: "Put in", uk: "Вставити" },
  "register.takeOf": { pl: "Wstaw: {what}", en: "Put in: {what}", uk: "Вставити: {what}" },
  "register.asAt": { pl: "Na koniec kwartału", en: "At the end of a quarter", uk: "На кінець кварталу" },
  "register.about": { pl: "około {value}", en: "about {value}", uk: "близько {value}" },
  "register.few": { pl: "mniej niż 5", en: "fewer than 5", uk: "менше ніж 5" },
  "register.source": { pl: "akta ośrodka", en: "files of the centre", uk: "справи центру" },
  "register.CLIENTS": { pl: "klienci ośrodka", en: "clients of the centre", uk: "клієнти центру" },
  "register.CLIENTS_UNEMPLOYED": {
    pl: "klienci zarejestrowani jako bezrobotni",
    en: "clients registered as unemployed",
    uk: "клієнти, зареєстровані безробітними",
  },
  "register.CLIENTS_OVER_24_MONTHS": {
    pl: "klienci w rejestrze ponad 24 miesiące",
    en: "clients registered for over 24 months",
    uk: "клієнти на обліку понад 24 місяці",
  },
  "register.CLIENTS_HOMELESS": {
    pl: "klienci bezrobotni, bezdomni w rozumieniu ustawy",
    en: "unemployed clients who are homeless by the statute",
    uk: "безробітні клієнти, бездомні за визначенням закону",
  },
  "template.rate": { pl: "stopa bezrobocia", en: "unemployment rate", uk: "рівень безробіття" },
  "template.inhabitants": { pl: "mieszkańcy", en: "inhabitants", uk: "мешканці" },
  "template.unemployed": { pl: "bezrobotni", en: "unemployed", uk: "безробітні" },
  "template.long": {
    pl: "bezrobotni ponad 24 miesiące",
    en: "unemployed for over 24 months",
    uk: "безробітні понад 24 місяці",
  },
  "template.clients": { pl: "klienci ośrodka", en: "clients of the centre", uk: "клієнти центру" },
  "template.hit": {
    pl: "klienci dotknięci bezrobociem",
    en: "clients hit by unemployment",
    uk: "клієнти, яких торкнулося безробіття",
  },
  "template.education": {
    pl: "bezrobotni z wykształceniem podstawowym, gimnazjalnym lub zawodowym",
    en: "unemployed with primary, lower secondary or vocational education",
    uk: "безробітні з початковою, гімназійною або професійною освітою",
  },
  "template.age": { pl: "bezrobotni powyżej 35 lat", en: "unemployed over 35", uk: "безробітні понад 35 років" },
  "template.disability": {
    pl: "klienci z niepełnosprawnością",
    en: "clients with a disability",
    uk: "клієнти з інвалідністю",
  },
  "template.addiction": {
    pl: "klienci z problemem uzależnienia",
    en: "clients with an addiction",
    uk: "клієнти із залежністю",
  },
  "template.violence": {
    pl: "klienci doświadczający przemocy",
    en: "clients who live with violence",
    uk: "клієнти, що зазнають насильства",
  },
  "template.homeless": {
    pl: "klienci w kryzysie bezdomności",
    en: "clients in the crisis of homelessness",
    uk: "клієнти в кризі бездомності",
  },
  "template.crime": { pl: "klienci po wyroku lub karze", en: "clients after a sentence", uk: "клієнти після вироку" },
  "template.everyNth": {
    pl: "co który mieszkaniec jest bezrobotny",
    en: "one inhabitant in how many is unemployed",
    uk: "кожен котрий мешканець безробітний",
  },
  "needs.state": { pl: "Stan", en: "State", uk: "Стан" },
  "needs.open": { pl: "do uzupełnienia: {count}", en: "to be filled in: {count}", uk: "доповнити: {count}" },
  "needs.sentOn": { pl: "wysłane {day}", en: "sent {day}", uk: "надіслано {day}" },
  "needs.draft": { pl: "w przygotowaniu", en: "being prepared", uk: "готується" },
  "needs.pdf": { pl: "Pobierz PDF", en: "Download PDF", uk: "Завантажити PDF" },
  "needs.docx": {
    pl: "Pobierz do edycji (DOCX)",
    en: "Download for editing (DOCX)",
    uk: "Завантажити для редагування (DOCX)",
  },
  "needs.send": { pl: "Zamroź jako wysłane", en: "Freeze as sent", uk: "Зафіксувати як надіслане" },
  "needs.sendWhat": {
    pl: "Liczby i słowa zostaną zapisane tak, jak są teraz, ze skrótem. Późniejsze zmiany ich nie ruszą.",
    en: "Figures and words are kept as they are now, with their hash. Later changes do not touch them.",
    uk: "Цифри та слова збережуться такими, як зараз, із гешем. Пізніші зміни їх не торкнуться.",
  },
  "needs.sentTo": { pl: "Do kogo", en: "To whom", uk: "Кому" },
  "needs.correctionReason": { pl: "Dlaczego nowa wersja", en: "Why a new version", uk: "Чому нова версія" },
  "needs.sentDone": {
    pl: "Zamrożono wersję wysłaną.",
    en: "The sent version is frozen.",
    uk: "Надіслану версію зафіксовано.",
  },
  "needs.versions": { pl: "Wysłane wersje", en: "Versions sent", uk: "Надіслані версії" },
  "needs.version": { pl: "Wersja {no}", en: "Version {no}", uk: "Версія {no}" },
  "needs.versionLine": { pl: "{day}, do: {to}, {by}", en: "{day}, to: {to}, {by}", uk: "{day}, кому: {to}, {by}" },
  "needs.hash": { pl: "skrót treści {hash}", en: "content hash {hash}", uk: "геш змісту {hash}" },
  "needs.frozen": {
    pl: "To jest wersja, którą wysłano. Nie zmienia się.",
    en: "This is the version that was sent. It does not change.",
    uk: "Це надіслана версія. Вона не змінюється.",
  },
  "paper.draft": { pl: "wersja robocza", en: "draft", uk: "робоча версія" },
  "paper.version": {
    pl: "wersja {no}, wysłana {day}",
    en: "version {no}, sent {day}",
    uk: "версія {no}, надіслана {day}",
  },
  "paper.how": {
    pl: "Procent: część ÷ całość × 100, jedno miejsce po przecinku, połówki w górę. Wynik jest tak dokładny, jak słabsza z dwóch liczb.",
    en: "Percent: part ÷ whole × 100, one decimal, halves up. A result is as exact as the weaker of its two figures.",
    uk: "Відсоток: частина ÷ ціле × 100, один знак після коми, половини вгору. Результат такий точний, як слабша з двох цифр.",
  },

  "needs-statement.sent": {
    pl: "Uzasadnienie potrzeby: wysłano wersję {no}",
    en: "Needs statement: version {no} sent",
    uk: "Обґрунтування потреби: надіслано версію {no}",
  },
  "needs-statement.not_found": {
    pl: "Nie ma takiego uzasadnienia.",
    en: "There is no such statement.",
    uk: "Такого обґрунтування немає.",
  },
  "needs.share_of_strange_figure": {
    pl: "Udział potrzebuje dwóch różnych liczb z listy.",
    en: "A share needs two different figures of the list.",
    uk: "Частка потребує двох різних цифр зі списку.",
  },
  "needs.share_of_percent": {
    pl: "Udział liczy się z osób, nie z procentów.",
    en: "A share is worked out of people, not of percents.",
    uk: "Частка рахується з осіб, а не з відсотків.",
  },
  "needs.persons_not_whole": {
    pl: "Osoby liczy się w całości.",
    en: "People are counted whole.",
    uk: "Осіб рахують цілими.",
  },
  "needs.percent_over_hundred": {
    pl: "Procent nie może przekraczać 100.",
    en: "A percent is at most 100.",
    uk: "Відсоток не більший за 100.",
  },
  "needs.part_over_base": {
    pl: "Część jest większa niż całość. Sprawdź, czy nie zamieniono miejsc.",
    en: "The part is larger than the whole. Check whether they have changed places.",
    uk: "Частина більша за ціле. Перевірте, чи не переплутано.",
  },
  "needs.changed_meanwhile": {
    pl: "Uzasadnienie zmieniono w międzyczasie. Przeczytaj je jeszcze raz przed wysłaniem.",
    en: "The statement was changed meanwhile. Read it again before sending.",
    uk: "Обґрунтування тим часом змінено. Перечитайте перед надсиланням.",
  },
  "needs.nothing_to_send": {
    pl: "Nie ma jeszcze żadnej liczby.",
    en: "There is no figure yet.",
    uk: "Ще немає жодної цифри.",
  },
  "needs.source_missing": {
    pl: "Każda liczba potrzebuje źródła i dnia, zanim wyjdzie z domu.",
    en: "Every figure needs its source and day before it goes out.",
    uk: "Кожна цифра потребує джерела й дня, перш ніж вийде.",
  },
  "needs.correction_reason_missing": {
    pl: "Napisz, dlaczego jest nowa wersja.",
    en: "Say why there is a new version.",
    uk: "Напишіть, чому нова версія.",
  },
  "needs.day_within_quarter": {
    pl: "Akta liczy się na koniec kwartału, żeby z różnicy dwóch dni nikogo nie rozpoznać. Wybierz ostatni dzień kwartału.",
    en: "Files are counted at the end of a quarter, so that two days tell of nobody. Choose the last day of a quarter.",
    uk: "Справи рахують на кінець кварталу, щоб із різниці двох днів нікого не впізнати. Виберіть останній день кварталу.",
  },
  "needs.day_in_future": {
    pl: "Wybierz dziś albo dzień wcześniejszy.",
    en: "Choose today or an earlier day.",
    uk: "Виберіть сьогодні або раніше.",
  },
  "project.unknown_unit": {
    pl: "Nie ma takiej jednostki.",
    en: "There is no such unit.",
    uk: "Такого підрозділу немає.",
  },
});

export type NeedsWords = Translate<typeof needsMessages>;

const oneDecimal = (t: NeedsWords, value: number) =>
  new Intl.NumberFormat(LOCALE[t.lang], {
    style: "percent",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(value / 100);
const whole = (t: NeedsWords, value: number) =>
  new Intl.NumberFormat(LOCALE[t.lang], { useGrouping: "always" }).format(value);

/** A figure as people say it: „około 27 500”, „ponad 28,0%”. */
export function figureWords(t: NeedsWords, figure: Pick<Figure, "kind" | "value" | "precision">): string {
  if (figure.value === null) return t("unknown");
  const value = figure.kind === "PERCENT" ? oneDecimal(t, figure.value) : whole(t, figure.value);
  return t(`said.${figure.precision}`, { value });
}

/** A result as people say it: „co najmniej 62,5%”, „co 8.”. */
export function resultWords(
  t: NeedsWords,
  { share, value, precision }: Pick<Worked, "share" | "value" | "precision">,
): string {
  if (value === null) return t("notAvailable");
  const how: Precision = precision;
  return share.kind === "ONE_IN"
    ? t(`oneIn.${how}`, { value: whole(t, value) })
    : t(`worked.${how}`, { value: oneDecimal(t, value) });
}

/** The reckoning in figures: „11 000 ÷ 27 500 × 100”. */
export function formulaWords(t: NeedsWords, { share, part, base }: Pick<Worked, "share" | "part" | "base">): string {
  const plain = (figure: Figure | undefined) =>
    figure?.value === null || figure === undefined ? "…" : whole(t, figure.value);
  return t(`formula.${share.kind}`, { part: plain(part), base: plain(base) });
}
