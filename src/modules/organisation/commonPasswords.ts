/**
 * Beginnings of passwords that guessers try first, in the folded form of `foldPassword`: no accents, no digits at the end,
 * look-alikes turned back into letters. An own list of patterns, small enough to travel to the browser.
 */
export const commonStems: ReadonlySet<string> = new Set(
  `haslo haslohaslo mojehaslo tajnehaslo nowehaslo stare haslodomowe hasloadmin admin administrator adminadmin root toor user uzytkownik
  test testtest tester demo gosc guest password passwd passw pass passpass passphrase mypassword letmein welcome witaj witam dziendobry
  login logowanie zaloguj start komputer laptop internet windows system serwer server biuro praca firma sekretariat ksiegowosc kadry
  qwerty qwertyui qwertyuiop qwertyqwerty qwertz azerty asdf asdfgh asdfghjk asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc
  qweqwe asdasd zaqwsx zaqxsw wsxedc poiuyt lkjhgf mnbvcxz qwer asdfasdf abc abcabc abcd abcdef abcdefgh aaaaaa aaaaaaaa
  polska polskapolska polak polacy ojczyzna orzel bialoczerwoni warszawa krakow lodz wroclaw poznan gdansk szczecin bydgoszcz lublin
  katowice bialystok gdynia czestochowa radom sosnowiec torun kielce gliwice zabrze bytom olsztyn rzeszow opole legionowo
  ukraina ukrajina kyiv kijow lviv lwow odesa kharkiv slavaukraini parol
  kocham kochamcie kochamciebie kochanie kochana misiek misiaczek misio skarbie skarb slonce sloneczko kotek kotku kicia piesek pies kot
  iloveyou loveyou love lovely sunshine princess angel aniol aniolek serce serduszko milosc mojamilosc tylkoty
  mama mamusia tata tatus dziadek babcia rodzina corka synek dzidzia dzieci
  anna ania aniaania asia agata agnieszka aga aleksandra ola beata barbara basia dorota danuta elzbieta ela ewa ewelina grazyna halina iwona
  izabela iza jadwiga joanna jolanta justyna kamila karolina katarzyna kasia kinga krystyna krysia magda magdalena malgorzata gosia marta
  maria monika natalia patrycja paulina renata sylwia teresa urszula wanda weronika wiktoria zofia zuzanna
  adam adrian andrzej arkadiusz artur bartek bartosz dariusz darek dawid dominik grzegorz henryk jacek jakub kuba jan janek jarek jaroslaw
  jerzy kamil karol krzysztof krzysiek lukasz maciej maciek marcin marek mariusz mateusz michal mikolaj patryk pawel piotr piotrek przemek
  radek rafal robert ryszard sebastian slawek stanislaw szymon tadeusz tomasz tomek wiktor wojciech wojtek zbigniew zbyszek
  kowalski nowak wisniewski wojcik kowalczyk kaminski lewandowski zielinski szymanski wozniak dabrowski
  styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien
  poniedzialek wtorek sroda czwartek piatek sobota niedziela wiosna lato jesien zima wakacje swieta
  january february march april june july august september october november december summer winter spring autumn monday friday
  legia lech wisla widzew pogon lechpoznan ruch gornik lechia realmadryt real barcelona fcbarcelona juventus arsenal chelsea liverpool
  manchester football soccer baseball basketball hockey pilka pilkanozna
  dragon smok monkey malpa master shadow superman batman spiderman pokemon naruto starwars hunter killer ninja matrix mustang ferrari
  mercedes bmw audi porsche harley samsung nokia iphone google facebook instagram youtube tiktok allegro gmail
  czekolada truskawka malina jagoda banan wodka piwo kawa herbata pizza
  jezus jezuschrystus jezusmaria bog jesus maryja papiez janpawel
  kurwa kurwamac dupa dupadupa cycki chuj jebac fuck fuckyou secret sekret tajne tajny freedom wolnosc whatever trustno nothing nic
  opieka opiekaspoleczna pomoc pomocspoleczna mops gops ops mopr pcpr schronisko noclegownia streetworker socjalny pracowniksocjalny
  klient podopieczny bezdomny bezdomni powrot wyjscie kontrakt centrum stowarzyszenie fundacja caritas`
    .split(/\s+/)
    .filter(Boolean),
);
