import { defineMessages } from "../../platform/messages.ts";

/** Words of the card that says which commune answers. Source: docs/domain/rules.md R-JUR-01 to R-JUR-03, R-JUR-05 */
export const jurisdictionMessages = defineMessages({
  title: { pl: "Która gmina odpowiada?", en: "Which commune answers?", uk: "Яка громада відповідає?" },
  hint: {
    pl: "Podpowiedź, nic nie jest zapisywane. Gmina nie może odmówić potrzebnej pomocy dlatego, że obowiązana jest inna (art. 16 ustawy o pomocy społecznej).",
    en: "A hint, nothing is saved. A commune may not refuse help that is needed because another one is obliged to give it (art. 16 of the Social Assistance Act).",
    uk: "Підказка, нічого не записується. Громада не може відмовити в потрібній допомозі через те, що зобов’язана інша (ст. 16 закону про соціальну допомогу).",
  },
  need: { pl: "O co chodzi", en: "What it is about", uk: "Про що йдеться" },
  "need.BENEFIT": { pl: "świadczenie", en: "a benefit", uk: "виплата" },
  "need.SHELTER": { pl: "miejsce w schronisku", en: "a place in a shelter", uk: "місце в притулку" },
  "need.SOCIAL_CONTRACT": { pl: "kontrakt socjalny", en: "a social contract", uk: "соціальний контракт" },
  "need.NIGHT_SHELTER": { pl: "noclegownia", en: "a night shelter", uk: "нічліжка" },
  "need.WARMING_CENTRE": { pl: "ogrzewalnia", en: "a warming centre", uk: "пункт обігріву" },
  homeless: {
    pl: "Osoba bezdomna w rozumieniu ustawy",
    en: "Homeless within the meaning of the act",
    uk: "Бездомна особа в розумінні закону",
  },
  yes: { pl: "tak", en: "yes", uk: "так" },
  no: { pl: "nie", en: "no", uk: "ні" },
  ownRegistration: {
    pl: "Ostatnie zameldowanie na pobyt stały",
    en: "Last permanent registration",
    uk: "Остання постійна реєстрація",
  },
  ownResidence: { pl: "Osoba mieszka", en: "The person lives", uk: "Особа живе" },
  "own.HERE": { pl: "w gminie pobytu", en: "in the commune of stay", uk: "у громаді перебування" },
  "own.ELSEWHERE": { pl: "w innej gminie", en: "in another commune", uk: "в іншій громаді" },
  "own.NEVER": { pl: "nigdy nie było", en: "there never was one", uk: "ніколи не було" },
  "own.UNKNOWN": { pl: "nie wiadomo", en: "not known", uk: "невідомо" },
  inFile: { pl: "W danych osoby: {commune}.", en: "In the person's data: {commune}.", uk: "У даних особи: {commune}." },
  urgent: { pl: "Przypadek", en: "The case is", uk: "Випадок" },
  urgentNo: { pl: "zwykły", en: "ordinary", uk: "звичайний" },
  urgentYes: {
    pl: "pilny lub szczególnie uzasadniony",
    en: "urgent or specially justified",
    uk: "терміновий або особливо обґрунтований",
  },
  foreigner: { pl: "Cudzoziemiec", en: "A foreigner", uk: "Іноземець" },
  "foreigner.hint": {
    pl: "W danych osoby nie ma obywatelstwa.",
    en: "The person's data do not say the citizenship.",
    uk: "У даних особи немає громадянства.",
  },
  "why.FOREIGNER": {
    pl: "W sprawach cudzoziemców odpowiada gmina pobytu (art. 101 ust. 3 ustawy o pomocy społecznej).",
    en: "In matters of foreigners the commune of stay answers (art. 101(3) of the Social Assistance Act).",
    uk: "У справах іноземців відповідає громада перебування (ст. 101 ч. 3 закону про соціальну допомогу).",
  },
  "why.CITIZENSHIP_UNKNOWN": {
    pl: "Nie wiadomo, czy osoba jest cudzoziemcem. Jeśli tak, odpowiada gmina pobytu (art. 101 ust. 3 ustawy o pomocy społecznej).",
    en: "It is not known whether the person is a foreigner. If so, the commune of stay answers (art. 101(3) of the Social Assistance Act).",
    uk: "Невідомо, чи особа є іноземцем. Якщо так, відповідає громада перебування (ст. 101 ч. 3 закону про соціальну допомогу).",
  },
  "missing.homeless": {
    pl: "Zaznacz najpierw, czy osoba jest bezdomna w rozumieniu ustawy. W danych osoby tego nie ma.",
    en: "Say first whether the person is homeless within the meaning of the act. The person's data do not say.",
    uk: "Спершу позначте, чи особа бездомна в розумінні закону. У даних особи цього немає.",
  },
  "missing.own": {
    pl: "Zaznacz jeszcze, gdzie leży jej gmina.",
    en: "Say also where the person's own commune lies.",
    uk: "Позначте ще, де розташована її громада.",
  },
  answers: { pl: "Odpowiada", en: "Answers", uk: "Відповідає" },
  "by.STAY": { pl: "gmina pobytu", en: "the commune of stay", uk: "громада перебування" },
  "by.LAST_REGISTRATION": {
    pl: "gmina ostatniego zameldowania na pobyt stały",
    en: "the commune of the last permanent registration",
    uk: "громада останньої постійної реєстрації",
  },
  "by.RESIDENCE": { pl: "gmina miejsca zamieszkania", en: "the commune of residence", uk: "громада проживання" },
  basis: { pl: "Podstawa", en: "Ground", uk: "Підстава" },
  "basis.SA_48A_8": {
    pl: "art. 48a ust. 8 ustawy o pomocy społecznej",
    en: "art. 48a(8) of the Social Assistance Act",
    uk: "ст. 48a ч. 8 закону про соціальну допомогу",
  },
  "basis.SA_101_1": {
    pl: "art. 101 ust. 1 ustawy o pomocy społecznej",
    en: "art. 101(1) of the Social Assistance Act",
    uk: "ст. 101 ч. 1 закону про соціальну допомогу",
  },
  "basis.SA_101_2": {
    pl: "art. 101 ust. 2 ustawy o pomocy społecznej",
    en: "art. 101(2) of the Social Assistance Act",
    uk: "ст. 101 ч. 2 закону про соціальну допомогу",
  },
  "basis.SA_101_3": {
    pl: "art. 101 ust. 3 ustawy o pomocy społecznej",
    en: "art. 101(3) of the Social Assistance Act",
    uk: "ст. 101 ч. 3 закону про соціальну допомогу",
  },
  "basis.SA_108_1A": {
    pl: "art. 108 ust. 1a ustawy o pomocy społecznej",
    en: "art. 108(1a) of the Social Assistance Act",
    uk: "ст. 108 ч. 1a закону про соціальну допомогу",
  },
  "basis.NOT_REGULATED": {
    pl: "przepis nie rozstrzyga",
    en: "no provision decides it",
    uk: "припис цього не вирішує",
  },
  refund: { pl: "Zwrot kosztów", en: "Refund", uk: "Відшкодування" },
  refundYes: {
    pl: "gmina właściwa zwraca wydatki gminie pobytu (art. 101 ust. 7)",
    en: "the person's own commune refunds the commune of stay (art. 101(7))",
    uk: "належна громада відшкодовує витрати громаді перебування (ст. 101 ч. 7)",
  },
  refundUnknown: {
    pl: "nie wiadomo, dopóki nie wiadomo, gdzie leży jej gmina",
    en: "not known while it is not known where the person's own commune lies",
    uk: "невідомо, доки невідомо, де розташована її громада",
  },
  refundNo: {
    pl: "bez zwrotu między gminami",
    en: "no refund between communes",
    uk: "без відшкодування між громадами",
  },
  also: { pl: "Co jeszcze", en: "What else", uk: "Що ще" },
  atOnce: {
    pl: "przyjmuje się od razu, bez decyzji i bez wywiadu",
    en: "admitted at once, without a decision or an interview",
    uk: "приймають одразу, без рішення та без інтерв’ю",
  },
  consult: {
    pl: "przed podpisaniem treść uzgadnia się z OPS gminy ostatniego zameldowania",
    en: "the content is agreed with the OPS of the last registration before signing",
    uk: "перед підписанням зміст узгоджують з OPS громади останньої реєстрації",
  },
  interview: {
    pl: "potrzebny jest wywiad środowiskowy i decyzja",
    en: "a family environmental interview and a decision are needed",
    uk: "потрібні соціальне інтерв’ю та рішення",
  },
  interviewOnly: {
    pl: "potrzebny jest wywiad środowiskowy",
    en: "a family environmental interview is needed",
    uk: "потрібне соціальне інтерв’ю",
  },
  "jurisdiction.residence_unknown": {
    pl: "Nie wiadomo, w której gminie osoba mieszka; do wyjaśnienia odpowiada gmina pobytu.",
    en: "It is not known in which commune the person lives; until it is, the commune of stay answers.",
    uk: "Невідомо, в якій громаді живе особа; до з’ясування відповідає громада перебування.",
  },
});
