import type { CardLanguage, InfoCardKind } from "./codes.ts";

/**
 * The product's own wording of the information cards: what holds everywhere, in plain words, without addresses and amounts.
 * An organisation writes its own over it and says when it checked them.
 * Source: docs/domain/rules.md R-LAD (night shelter, warming centre, shelter), R-FAC-01, R-FEE-03, R-GDPR-06, R-GDPR-07
 */
export const infoCardTexts: Readonly<
  Record<InfoCardKind, Readonly<Record<CardLanguage, { title: string; body: string }>>>
> = {
  RIGHTS: {
    pl: {
      title: "Kim jesteśmy i jakie masz prawa",
      body: "Pracujemy na ulicy i pomagamy. Rozmowa jest dobrowolna: możesz odmówić albo przerwać, kiedy chcesz.\nNie musisz mówić, jak się nazywasz. Wystarczy imię albo pseudonim.\nZapisujemy, kiedy i gdzie się spotkaliśmy i co ustaliliśmy. Miejsca, w którym śpisz, nie podajemy nikomu spoza zespołu, chyba że się zgodzisz albo zagrożone jest życie.\nMożesz zapytać, co o Tobie zapisaliśmy, i poprosić o poprawkę.",
    },
    en: {
      title: "Who we are and what your rights are",
      body: "We work in the street and we help. Talking is voluntary: you can say no or stop at any time.\nYou do not have to tell us your name. A first name or a nickname is enough.\nWe write down when and where we met and what we agreed. We tell nobody outside the team where you sleep, unless you agree or life is in danger.\nYou can ask what we have written about you and ask us to correct it.",
    },
    uk: {
      title: "Хто ми і які у вас права",
      body: "Ми працюємо на вулиці й допомагаємо. Розмова добровільна: можна відмовитися або припинити будь-коли.\nНе треба казати своє прізвище. Досить імені або псевдоніма.\nМи записуємо, коли і де зустрілися і про що домовилися. Про місце, де ви спите, не кажемо нікому поза командою, хіба що ви згодні або є загроза життю.\nВи можете запитати, що про вас записано, і попросити виправити.",
    },
  },
  SHELTERS: {
    pl: {
      title: "Gdzie spać",
      body: "Ogrzewalnia: można się ogrzać i przesiedzieć noc. Bez decyzji i bez wywiadu.\nNoclegownia: łóżko na noc. Od października do marca od 18 do 8, od kwietnia do września od 19 do 7. Bez decyzji i bez wywiadu. Trzeba być trzeźwym, wyjątek jest możliwy w szczególnych sytuacjach, na przykład w mróz.\nSchronisko: pobyt całą dobę. Potrzebna jest decyzja ośrodka pomocy społecznej i kontrakt. Pomożemy o nią wystąpić.\nZapytaj nas, gdzie dziś jest miejsce.",
    },
    en: {
      title: "Where to sleep",
      body: "Warming centre (ogrzewalnia): you can get warm and sit through the night. No decision, no interview.\nNight shelter (noclegownia): a bed for the night. October to March 18:00 to 8:00, April to September 19:00 to 7:00. No decision, no interview. You need to be sober; an exception is possible in special situations such as frost.\nShelter (schronisko): round the clock. It needs a decision of the social assistance centre (OPS) and a contract. We will help you to apply.\nAsk us where there is a place today.",
    },
    uk: {
      title: "Де спати",
      body: "Обігрівальня (ogrzewalnia): можна зігрітися й пересидіти ніч. Без рішення і без опитування.\nНічліжка (noclegownia): ліжко на ніч. З жовтня до березня від 18 до 8, з квітня до вересня від 19 до 7. Без рішення і без опитування. Треба бути тверезим; виняток можливий в особливих ситуаціях, наприклад у мороз.\nПритулок (schronisko): цілодобово. Потрібне рішення центру соцдопомоги (OPS) і контракт. Ми допоможемо звернутися.\nЗапитайте нас, де сьогодні є місце.",
    },
  },
  FOOD: {
    pl: {
      title: "Jedzenie i picie",
      body: "Zapytaj nas, gdzie dziś wydają zupę, paczki i gorącą herbatę i o której godzinie.\nO posiłek możesz też poprosić w ośrodku pomocy społecznej (OPS). Nie musisz mieć meldunku w tym mieście, żeby przyjść i zapytać.\nWodę z kranu można pić. W upał pij często, nawet jeśli nie chce się pić.",
    },
    en: {
      title: "Food and drink",
      body: "Ask us where soup, parcels and hot tea are given out today and at what time.\nYou can also ask for a meal at the social assistance centre (OPS). You do not have to be registered in this town to come and ask.\nTap water is fit to drink. In hot weather drink often, even if you are not thirsty.",
    },
    uk: {
      title: "Їжа і вода",
      body: "Запитайте нас, де сьогодні дають суп, пакунки і гарячий чай і о котрій.\nПопросити про їжу можна і в центрі соцдопомоги (OPS). Щоб прийти і запитати, прописка в цьому місті не потрібна.\nВоду з крана можна пити. У спеку пийте часто, навіть якщо не хочеться.",
    },
  },
  HEALTH: {
    pl: {
      title: "Zdrowie",
      body: "Zagrożenie życia: dzwoń 112. Powiedz, gdzie jesteś i co widzisz. Nie rozłączaj się pierwszy.\nKaretka i pomoc w nagłym zagrożeniu są dla każdego, także bez ubezpieczenia i bez dokumentów.\nRana, która ropieje, drętwe albo zbielałe palce, gorączka, kaszel z krwią: nie czekaj, powiedz nam.\nGdy myślisz o tym, żeby odebrać sobie życie: powiedz nam albo dzwoń 112.",
    },
    en: {
      title: "Health",
      body: "Danger to life: call 112. Say where you are and what you see. Do not hang up first.\nThe ambulance and help in an emergency are for everybody, also without insurance and without documents.\nA wound with pus, numb or white fingers, fever, coughing blood: do not wait, tell us.\nIf you think of taking your life: tell us or call 112.",
    },
    uk: {
      title: "Здоров’я",
      body: "Загроза життю: дзвоніть 112. Скажіть, де ви і що бачите. Не кладіть слухавку першими.\nШвидка і допомога в невідкладному стані для кожного, також без страхування і без документів.\nРана гноїться, пальці заніміли або побіліли, гарячка, кашель із кров’ю: не чекайте, скажіть нам.\nЯкщо думаєте про те, щоб піти з життя: скажіть нам або дзвоніть 112.",
    },
  },
  DOCUMENTS: {
    pl: {
      title: "Dokumenty",
      body: "Dowód osobisty wyrobisz w każdym urzędzie gminy, nie tylko tam, gdzie byłeś zameldowany. Potrzebne jest aktualne zdjęcie i osobista wizyta.\nNie masz pieniędzy na zdjęcie albo nie znasz numeru PESEL: powiedz nam, pójdziemy z Tobą.\nDokument zginął albo ktoś go zabrał: zgłoś to w urzędzie, żeby nikt nie wziął na Ciebie kredytu.\nNigdy nie oddawaj dowodu w zastaw. My nie robimy kopii dowodu.",
    },
    en: {
      title: "Documents",
      body: "You can apply for a Polish identity card at any commune office, not only where you were registered. A recent photo and coming in person are needed.\nNo money for a photo, or you do not know your PESEL number: tell us, we will go with you.\nLost or taken: report it at the office, so that nobody takes a loan in your name.\nNever leave your card as a pledge. We make no copies of identity cards.",
    },
    uk: {
      title: "Документи",
      body: "Польське посвідчення особи роблять у будь-якому уряді гміни, не лише за місцем прописки. Потрібні свіже фото й особиста присутність.\nНемає грошей на фото або не знаєте номера PESEL: скажіть нам, підемо разом.\nДокумент загубився або хтось забрав: повідомте в уряді, щоб ніхто не взяв на вас кредит.\nНіколи не віддавайте документ у заставу. Ми не робимо копій документів.",
    },
  },
  BENEFITS: {
    pl: {
      title: "Zasiłki i pomoc z OPS",
      body: "O pomoc prosisz w ośrodku pomocy społecznej (OPS) w miejscu, w którym jesteś. Osobie bez domu pomaga gmina ostatniego stałego zameldowania, ale w nagłej potrzebie także ta, w której przebywasz.\nWniosek można złożyć ustnie: pracownik go spisze. Poproś o potwierdzenie.\nDecyzja przychodzi na piśmie. Jeśli się nie zgadzasz, możesz się odwołać; termin jest w decyzji. Pomożemy napisać.",
    },
    en: {
      title: "Benefits and help from OPS",
      body: "You ask for help at the social assistance centre (OPS) where you are. For a person without a home the commune of the last permanent registration is responsible, but in urgent need so is the one where you stay.\nYou can apply by word of mouth: the worker writes it down. Ask for a confirmation.\nThe decision comes in writing. If you do not agree you can appeal; the time limit is in the decision. We will help you to write.",
    },
    uk: {
      title: "Допомога від OPS",
      body: "Про допомогу просять у центрі соцдопомоги (OPS) там, де ви є. Особі без дому допомагає гміна останньої постійної прописки, а в нагальній потребі також та, де ви перебуваєте.\nЗаяву можна подати усно: працівник її запише. Попросіть підтвердження.\nРішення приходить письмово. Якщо не згодні, можна оскаржити; строк вказано в рішенні. Допоможемо написати.",
    },
  },
  WORK: {
    pl: {
      title: "Praca",
      body: "W urzędzie pracy (PUP) możesz zapytać o rejestrację, oferty i szkolenia. Pójdziemy z Tobą, jeśli chcesz.\nCentrum i klub integracji społecznej (CIS, KIS) uczą zawodu i wracania do pracy krok po kroku.\nUmowa powinna być na piśmie, zanim zaczniesz. Nie oddawaj dokumentów i nie płać nikomu za to, że da Ci pracę. Jeśli ktoś tak robi albo nie wypuszcza z pracy: powiedz nam.",
    },
    en: {
      title: "Work",
      body: "At the labour office (PUP) you can ask about registration, offers and training. We will go with you if you wish.\nSocial integration centres and clubs (CIS, KIS) teach a trade and lead back to work step by step.\nThe contract should be in writing before you start. Do not hand over your documents and pay nobody for a job. If somebody does this or does not let you leave: tell us.",
    },
    uk: {
      title: "Робота",
      body: "У службі зайнятості (PUP) можна запитати про реєстрацію, вакансії й навчання. Підемо з вами, якщо хочете.\nЦентри і клуби соціальної інтеграції (CIS, KIS) вчать фаху й повертають до роботи крок за кроком.\nДоговір має бути письмовим до початку роботи. Не віддавайте документи і нікому не платіть за роботу. Якщо хтось так робить або не відпускає: скажіть нам.",
    },
  },
  DETOX: {
    pl: {
      title: "Gdy chcesz przestać pić albo brać",
      body: "Nie odstawiaj nagle alkoholu po długim piciu: drgawki i omamy zagrażają życiu. Wtedy 112.\nDetoks to kilka dni w szpitalu pod opieką lekarza. Potem można zacząć terapię w poradni.\nPowiedz nam, kiedy jesteś gotów. Pomożemy znaleźć miejsce, spakować się i pojedziemy z Tobą. Jeśli się nie uda, możesz spróbować znowu.",
    },
    en: {
      title: "If you want to stop drinking or using",
      body: "Do not stop alcohol suddenly after drinking for long: seizures and hallucinations are a danger to life. Then 112.\nDetox is some days in hospital under a doctor's care. After that therapy can begin at a clinic.\nTell us when you are ready. We will help to find a place and to pack, and we will go with you. If it does not work out you can try again.",
    },
    uk: {
      title: "Якщо хочете перестати пити чи вживати",
      body: "Не кидайте алкоголь раптово після довгого вживання: судоми й марення загрожують життю. Тоді 112.\nДетокс: кілька днів у лікарні під наглядом лікаря. Потім можна почати терапію в поліклініці.\nСкажіть, коли будете готові. Допоможемо знайти місце, зібратися і поїдемо з вами. Якщо не вийде, можна спробувати знову.",
    },
  },
  LEGAL_AID: {
    pl: {
      title: "Pomoc prawna",
      body: "W każdym powiecie działają punkty nieodpłatnej pomocy prawnej. Zapytaj nas o adres i godziny, umówimy wizytę.\nPrzyniesione pismo z sądu, od komornika albo z urzędu: nie wyrzucaj, pokaż nam. Terminy są krótkie.\nDług nie zniknie, gdy się o nim nie mówi, ale prawie zawsze da się coś zrobić.\nKtoś Cię pobił, okradł albo wygania z miejsca: możesz to zgłosić na policji, pójdziemy z Tobą.",
    },
    en: {
      title: "Legal help",
      body: "Every county (powiat) has places of free legal help. Ask us for the address and hours, we will make an appointment.\nA letter from a court, a bailiff or an office: do not throw it away, show it to us. The time limits are short.\nA debt does not go away by keeping quiet, but something can nearly always be done.\nBeaten, robbed or driven away: you can report it to the police, we will go with you.",
    },
    uk: {
      title: "Правова допомога",
      body: "У кожному повіті є пункти безоплатної правової допомоги. Запитайте нас про адресу й години, домовимося про візит.\nЛист із суду, від виконавця чи з уряду: не викидайте, покажіть нам. Строки короткі.\nБорг не зникне, якщо мовчати, але майже завжди щось можна зробити.\nВас побили, обікрали чи виганяють: можна заявити в поліцію, підемо з вами.",
    },
  },
  FROST: {
    pl: {
      title: "Mróz",
      body: "W mróz ogrzewalnie przyjmują także po alkoholu. Noclegownia może zrobić wyjątek. Powiedz nam, sprawdzimy wolne miejsca.\nAlkohol nie grzeje: ciało traci ciepło szybciej. Zdejmij mokre rzeczy, okryj głowę, siedź na kartonie, nie na betonie.\nOgień i kuchenka w zamkniętym miejscu zabijają czadem.\nKtoś nie reaguje, bełkocze, jest bardzo zimny: 112. Każdy może zadzwonić.",
    },
    en: {
      title: "Frost",
      body: "In frost warming centres also take people who have been drinking. A night shelter may make an exception. Tell us, we will check for free places.\nAlcohol does not warm: the body loses heat faster. Take off wet things, cover your head, sit on cardboard, not on concrete.\nFire or a stove in a closed place kills by carbon monoxide.\nSomebody does not react, mumbles, is very cold: 112. Anybody can call.",
    },
    uk: {
      title: "Мороз",
      body: "У мороз обігрівальні приймають і після алкоголю. Нічліжка може зробити виняток. Скажіть нам, перевіримо вільні місця.\nАлкоголь не гріє: тіло швидше втрачає тепло. Зніміть мокре, накрийте голову, сидіть на картоні, не на бетоні.\nВогонь чи плитка в закритому місці вбивають чадним газом.\nХтось не реагує, говорить незрозуміло, дуже холодний: 112. Подзвонити може кожен.",
    },
  },
};
