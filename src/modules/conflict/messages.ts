import { defineMessages, plural } from "../../platform/messages.ts";

export const conflictMessages = defineMessages({
  title: { pl: "Dwie różne wersje", en: "Two different versions", uk: "Дві різні версії" },
  lead: {
    pl: "Dwie osoby zapisały co innego, zanim jedna zobaczyła zmianę drugiej. Nic nie zginęło: zdecyduj, co ma zostać.",
    en: "Two people recorded different things before one saw the other's change. Nothing is lost: decide what stays.",
    uk: "Двоє людей записали різне, перш ніж одна побачила зміну іншої. Нічого не втрачено: вирішіть, що залишити.",
  },
  none: { pl: "Nie ma nic do rozstrzygnięcia", en: "Nothing to decide", uk: "Нічого вирішувати" },
  noneText: {
    pl: "Gdy dwie osoby zmienią to samo, obie wersje pojawią się tutaj.",
    en: "When two people change the same thing, both versions appear here.",
    uk: "Коли двоє змінять те саме, обидві версії з’являться тут.",
  },
  stands: { pl: "Jest zapisane", en: "It says now", uk: "Зараз записано" },
  proposed: { pl: "Zapisano na telefonie", en: "Recorded on a phone", uk: "Записано на телефоні" },
  by: { pl: "{name}, {at}", en: "{name}, {at}", uk: "{name}, {at}" },
  nothing: { pl: "nic nie wpisano", en: "nothing", uk: "нічого" },
  what: { pl: "Co ma zostać?", en: "What stays?", uk: "Що залишити?" },
  "choice.THEIRS": { pl: "Zostaje: {value}", en: "Keep: {value}", uk: "Залишається: {value}" },
  "choice.MINE": { pl: "Z telefonu: {value}", en: "From the phone: {value}", uk: "З телефону: {value}" },
  "choice.OTHER": { pl: "Coś innego", en: "Something else", uk: "Щось інше" },
  "other.later": {
    pl: "Do wpisania czegoś innego potrzebna jest sieć. Bez niej możesz wybrać jedną z dwóch wersji.",
    en: "Something else can be typed with network only. Without it one of the two versions can be chosen.",
    uk: "Щоб вписати щось інше, потрібна мережа. Без неї можна вибрати одну з двох версій.",
  },
  decide: { pl: "Zapisz decyzję", en: "Save the decision", uk: "Зберегти рішення" },
  decided: { pl: "Zapisano decyzję", en: "The decision is saved", uk: "Рішення збережено" },
  "decided.label": {
    pl: "Decyzja, która wersja zostaje",
    en: "Decision which version stays",
    uk: "Рішення, яка версія залишається",
  },
  open: { pl: "Otwórz", en: "Open", uk: "Відкрити" },
  "notice.title": {
    pl: plural({
      one: "{count} wpis ma dwie wersje",
      few: "{count} wpisy mają dwie wersje",
      many: "{count} wpisów ma dwie wersje",
      other: "{count} wpisu ma dwie wersje",
    }),
    en: plural({ one: "{count} entry has two versions", other: "{count} entries have two versions" }),
    uk: plural({
      one: "{count} запис має дві версії",
      few: "{count} записи мають дві версії",
      many: "{count} записів мають дві версії",
      other: "{count} запису має дві версії",
    }),
  },
  "notice.line": {
    pl: "{field}: „{theirs}” albo „{mine}” ({name}, {at})",
    en: "{field}: “{theirs}” or “{mine}” ({name}, {at})",
    uk: "{field}: «{theirs}» або «{mine}» ({name}, {at})",
  },
  "notice.decide": { pl: "Zdecyduj", en: "Decide", uk: "Вирішити" },
  "conflict.kept": {
    pl: "Dwie osoby zapisały co innego: czeka na decyzję",
    en: "Two people recorded different things: waits for a decision",
    uk: "Двоє записали різне: чекає на рішення",
  },
  "conflict.decided": {
    pl: "Zdecydowano, która wersja zostaje",
    en: "It was decided which version stays",
    uk: "Вирішено, яка версія залишається",
  },
  "conflict.choice_missing": { pl: "Wybierz, co ma zostać.", en: "Choose what stays.", uk: "Оберіть, що залишити." },
  "conflict.not_found": {
    pl: "Nie ma już czego rozstrzygać albo nie jest to dla tej roli. Odśwież listę.",
    en: "There is nothing to decide any more, or it is not for this role. Refresh the list.",
    uk: "Вирішувати вже нічого або це не для цієї ролі. Оновіть список.",
  },
  "conflict.already_decided": {
    pl: "Ktoś już zdecydował. Zobacz w kartotece, co zostało.",
    en: "Somebody has decided already. See in the record what stayed.",
    uk: "Хтось уже вирішив. Подивіться в картці, що залишилося.",
  },
  "conflict.value_unfit": {
    pl: "Tak nie można tego wpisać. Popraw wartość.",
    en: "It cannot be written like this. Correct the value.",
    uk: "Так записати не можна. Виправте значення.",
  },
  "set.narrow.conflicts": {
    pl: "Za dużo nierozstrzygniętych wersji. Zdecyduj o najstarszych, żeby telefon dostał następne.",
    en: "Too many undecided versions. Decide the oldest so that the phone gets the next ones.",
    uk: "Забагато невирішених версій. Вирішіть найдавніші, щоб телефон отримав наступні.",
  },
  "record.changed": {
    pl: "W tym czasie ktoś zmienił to jeszcze raz. Wczytaj aktualną wersję i zdecyduj.",
    en: "Somebody changed it once more meanwhile. Load the current version and decide.",
    uk: "Тим часом хтось змінив це ще раз. Завантажте поточну версію і вирішіть.",
  },
});
