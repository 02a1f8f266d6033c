import { defineMessages } from "../../../platform/messages.ts";

/** Why an act on a list, its payment or its refund cannot be done. */
export const listRefusals = defineMessages({
  "benefit.not_found": { pl: "Nie ma takiej listy.", en: "There is no such list.", uk: "Такого списку немає." },
  "benefit.not_on_list": {
    pl: "Ta osoba nie ma nic na liście tego miesiąca.",
    en: "This person has nothing on the list of this month.",
    uk: "Ця особа не має нічого у списку цього місяця.",
  },
  "benefit.not_intact": {
    pl: "Treść listy nie zgadza się z jej skrótem. Zawiadom administratora i inspektora ochrony danych.",
    en: "The list does not agree with its hash. Tell the administrator and the data protection officer.",
    uk: "Зміст списку не відповідає гешу. Повідомте адміністратора та інспектора захисту даних.",
  },
  "benefit.month_not_over": {
    pl: "Miesiąc jeszcze trwa. Świadczenie płaci się z dołu.",
    en: "The month goes on. The benefit is paid in arrears.",
    uk: "Місяць ще триває. Виплату нараховують після його завершення.",
  },
  "benefit.earlier_month_waits": {
    pl: "Wcześniejszy miesiąc nie ma jeszcze zatwierdzonej listy. Najpierw on.",
    en: "An earlier month has no approved list yet. It comes first.",
    uk: "Раніший місяць ще не має затвердженого списку. Спершу він.",
  },
  "benefit.month_approved": {
    pl: "Lista tego miesiąca jest już zatwierdzona i się nie zmienia.",
    en: "The list of this month is approved and does not change.",
    uk: "Список цього місяця вже затверджено, він не змінюється.",
  },
  "benefit.already_prepared": {
    pl: "Lista jest już przygotowana. Najpierw trzeba ją zwrócić albo wycofać.",
    en: "The list is prepared already. Return it or take it back first.",
    uk: "Список уже підготовлено. Спершу його треба повернути або відкликати.",
  },
  "benefit.nobody": { pl: "Na liście nikogo nie ma.", en: "Nobody is on the list.", uk: "У списку нікого немає." },
  "benefit.changed": {
    pl: "Coś się zmieniło od czasu, gdy lista była widziana. Sprawdź kwoty i przygotuj ją jeszcze raz.",
    en: "Something changed since the list was seen. Look at the amounts and prepare it again.",
    uk: "Щось змінилося відтоді, як список бачили. Перевірте суми й підготуйте його ще раз.",
  },
  "benefit.excuses_unchecked": {
    pl: "Więcej niż 3 dni bez usprawiedliwienia zerują świadczenie. Najpierw sprawdź usprawiedliwienia.",
    en: "More than 3 unexcused days leave no benefit. Check the excuses first.",
    uk: "Понад 3 дні без поважної причини обнуляють виплату. Спершу перевірте виправдання.",
  },
  "benefit.despite_missing": {
    pl: "Czegoś brakuje. Uzupełnij albo napisz, dlaczego lista powstaje mimo to.",
    en: "Something is missing. Complete it, or write why the list is prepared in spite of it.",
    uk: "Чогось бракує. Доповніть або напишіть, чому список готують попри це.",
  },
  "benefit.registers_open": {
    pl: "Dzienniki tego miesiąca nie są zamknięte. Zamknij miesiąc albo napisz, dlaczego lista powstaje mimo to.",
    en: "The registers of this month are not locked. Lock the month, or write why the list is made in spite of it.",
    uk: "Журнали цього місяця не закрито. Закрийте місяць або напишіть, чому список роблять попри це.",
  },
  "benefit.own_list": {
    pl: "Listę zatwierdza inna osoba niż ta, która ją sporządziła.",
    en: "A list is approved by somebody else than its author.",
    uk: "Список затверджує інша особа, ніж та, що його склала.",
  },
  "benefit.not_own_list": {
    pl: "Wycofać może tylko osoba, która listę sporządziła.",
    en: "Only its author takes a list back.",
    uk: "Відкликати може лише та особа, що склала список.",
  },
  "benefit.already_decided": {
    pl: "O tej liście już rozstrzygnięto.",
    en: "This list is decided already.",
    uk: "Щодо цього списку вже вирішено.",
  },
  "benefit.deduction_over_pay": {
    pl: "Potrącenia są wyższe niż kwota do wypłaty.",
    en: "The deductions are higher than what is paid.",
    uk: "Відрахування більші за суму до виплати.",
  },
  "benefit.bonus_in_trial": {
    pl: "W okresie próbnym premii nie ma (art. 15a).",
    en: "There is no bonus in the trial month (art. 15a).",
    uk: "У випробувальний період премії немає (ст. 15a).",
  },
  "benefit.bonus_over_cap": {
    pl: "Premia nie może być wyższa niż pełne świadczenie (art. 15a).",
    en: "The bonus is at most the full benefit (art. 15a).",
    uk: "Премія не може перевищувати повну виплату (ст. 15a).",
  },
  "benefit.bonus_below_zero": {
    pl: "Premia nie może być ujemna.",
    en: "A bonus is not below zero.",
    uk: "Премія не може бути від’ємною.",
  },
  "benefit.span_missing": {
    pl: "Brak dni objętych świadczeniem.",
    en: "No days are covered.",
    uk: "Немає днів із виплатою.",
  },
  "benefit.span_out_of_order": {
    pl: "Okresy programu nachodzą na siebie. Sprawdź program uczestnika.",
    en: "Periods of the programme overlap. Look at the participant’s programme.",
    uk: "Періоди програми перекриваються. Перевірте програму учасника.",
  },
  "benefit.not_one_month": {
    pl: "Okres wychodzi poza miesiąc. Sprawdź program uczestnika.",
    en: "A period leaves the month. Look at the participant’s programme.",
    uk: "Період виходить за межі місяця. Перевірте програму учасника.",
  },
  "benefit.more_days_than_covered": {
    pl: "Nieobecności jest więcej niż dni objętych. Sprawdź dzienniki i usprawiedliwienia.",
    en: "There are more days of absence than days covered. Look at registers and excuses.",
    uk: "Днів відсутності більше, ніж охоплених. Перевірте журнали й виправдання.",
  },
  "benefit.days_off_in_trial": {
    pl: "W okresie próbnym nie ma dni wolnych.",
    en: "There are no days off in the trial month.",
    uk: "У випробувальний період вихідних днів немає.",
  },
  "benefit.not_approved": {
    pl: "Lista nie jest jeszcze zatwierdzona.",
    en: "The list is not approved yet.",
    uk: "Список ще не затверджено.",
  },
  "benefit.already_paid": {
    pl: "Lista jest już wypłacona.",
    en: "The list is paid already.",
    uk: "Список уже виплачено.",
  },
  "benefit.day_in_future": {
    pl: "Ten dzień jeszcze nie nadszedł.",
    en: "This day has not come yet.",
    uk: "Цей день ще не настав.",
  },
  "benefit.paid_before_approval": {
    pl: "Wypłata nie może być wcześniejsza niż zatwierdzenie.",
    en: "A list is not paid before it is approved.",
    uk: "Виплата не може бути раніше за затвердження.",
  },
  "benefit.no_transfers": {
    pl: "Nikt na tej liście nie ma przelewu.",
    en: "Nobody on this list is paid by transfer.",
    uk: "Ніхто у цьому списку не отримує переказу.",
  },
  "benefit.pay_day_passed": {
    pl: "Dzień realizacji już minął.",
    en: "The execution day has passed.",
    uk: "День виконання вже минув.",
  },
  "benefit.not_paid": {
    pl: "Lista nie jest jeszcze wypłacona.",
    en: "The list is not paid yet.",
    uk: "Список ще не виплачено.",
  },
  "benefit.returned_before_paid": {
    pl: "Wypłata nie mogła wrócić przed dniem wypłaty.",
    en: "A payment does not come back before it is paid.",
    uk: "Виплата не могла повернутися до дня виплати.",
  },
  "benefit.already_returned": {
    pl: "Ta wypłata już wróciła i czeka na ponowną wypłatę.",
    en: "This payment came back already and waits to be paid again.",
    uk: "Ця виплата вже повернулася й чекає на повторну виплату.",
  },
  "benefit.nothing_paid": {
    pl: "Tej osobie nic nie wypłacono.",
    en: "Nothing was paid to this person.",
    uk: "Цій особі нічого не виплачено.",
  },
  "benefit.repaid_before_return": {
    pl: "Ponowna wypłata nie może być przed zwrotem.",
    en: "It is not paid again before it came back.",
    uk: "Повторна виплата не може бути раніше повернення.",
  },
  "benefit.already_repaid": {
    pl: "Wypłacono już ponownie.",
    en: "It is paid again already.",
    uk: "Вже виплачено повторно.",
  },
  "benefit.payer_missing": {
    pl: "Najpierw wpisz rachunek, z którego płaci centrum.",
    en: "Write the account that the centre pays from first.",
    uk: "Спершу вкажіть рахунок, з якого платить центр.",
  },
  "benefit.file_withdrawn": {
    pl: "Ten plik jest już wycofany.",
    en: "This file is withdrawn already.",
    uk: "Цей файл уже відкликано.",
  },
  "benefit.letters_lost": {
    pl: "Bank nie zna liter: {letters}. W pliku stanęłyby inne. Wybierz inne kodowanie albo potwierdź zamianę.",
    en: "The bank does not know the letters: {letters}. Others would stand in the file. Choose another encoding or confirm it.",
    uk: "Банк не знає літер: {letters}. У файлі стояли б інші. Виберіть інше кодування або підтвердьте заміну.",
  },
  "benefit.names_hidden": {
    pl: "Na liście jest osoba z chronionym miejscem pobytu. Plik pobiera ktoś, kto jest na jej liście.",
    en: "Somebody on the list has protected whereabouts. The file is for who is on that person’s list.",
    uk: "У списку є особа із захищеним місцем перебування. Файл отримує той, хто є в її переліку.",
  },
  "benefit.asked_before_paid": {
    pl: "Wniosek składa się po wypłacie.",
    en: "The refund is asked for once the list is paid.",
    uk: "Заяву подають після виплати.",
  },
  "benefit.refund_received": {
    pl: "Refundacja już wpłynęła.",
    en: "The refund came already.",
    uk: "Відшкодування вже надійшло.",
  },
  "benefit.refund_reason_missing": {
    pl: "Napisz, dlaczego ten wniosek zastępuje poprzedni.",
    en: "Write why this request replaces the one before.",
    uk: "Напишіть, чому ця заява замінює попередню.",
  },
  "benefit.nothing_to_refund": {
    pl: "Nie ma czego refundować.",
    en: "There is nothing to refund.",
    uk: "Немає чого відшкодовувати.",
  },
  "benefit.received_before_asked": {
    pl: "Refundacja nie mogła wpłynąć przed wnioskiem.",
    en: "A refund does not come before it is asked for.",
    uk: "Відшкодування не могло надійти до заяви.",
  },
  "benefit.refund_replaced": {
    pl: "Ten wniosek zastąpiono nowszym.",
    en: "This request was replaced by a newer one.",
    uk: "Цю заяву замінено новішою.",
  },
  "benefit.nothing_received": {
    pl: "Wpisz, ile wpłynęło. Zero jest możliwe tylko wtedy, gdy zaliczka pokryła całość.",
    en: "Write how much came. Nothing is possible only where an advance covers all of it.",
    uk: "Вкажіть, скільки надійшло. Нуль можливий лише тоді, коли аванс покрив усе.",
  },
  "nrb.characters": {
    pl: "W numerze rachunku są same cyfry.",
    en: "An account number has digits only.",
    uk: "У номері рахунку лише цифри.",
  },
  "nrb.length": {
    pl: "Numer rachunku ma 26 cyfr.",
    en: "An account number has 26 digits.",
    uk: "Номер рахунку має 26 цифр.",
  },
  "nrb.checksum": {
    pl: "Suma kontrolna rachunku się nie zgadza. Sprawdź cyfry.",
    en: "The account’s check digits do not agree. Look at the digits.",
    uk: "Контрольна сума рахунку не збігається. Перевірте цифри.",
  },
});
