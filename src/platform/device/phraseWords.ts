/**
 * 7,000 common Polish words of four to eight letters, no two alike in their first five without diacritics: four of them are
 * 51 bits. Its own chunk, loaded where a phrase is made.
 * Source: frequent words of @zxcvbn-ts/language-pl (MIT) that the dictionary of sjp.pl has too (Apache-2.0); no names, nothing rude.
 */
export const phraseWords: readonly string[] = `
aborcji absurd abym abyś abyście abyśmy adios admirale adopcji adres adwokata afera after agencie agent agresji
akademii akcent akcie akcja akcje akcji akrów akta aktach aktami aktem aktorem aktu aktualna akty aktywny akurat
akwarium alarm alberta albo albowiem album alei alejce alergię aleś ależ alfa alfie alfonsem algorytm alibi alimenty
alleluja allen ambasady amber ambicje ambitny ambulans amen american ameryki amigo amulet amunicji analizy anglik
aniele anioł anno anomalia antenie anulować aparat apelację apetyt apollo apple aptece apteki archiwum arenie areszcie
argument aria arizonie armia armię armii arsenał artefakt artykuł artystą aspekt aspirynę asystent atak ataki atakować
ataku atlancie atomowej atrament aucie audio audycji aukcji austin auta autem auto autobus autograf automat autopsji
autor awans awaria awaryjne azyl baba babcia babeczki babka babki baby back baczność bada badać badał badamy badania
bagaż bagna bagnie bagno bajka bajkę bajki bajor bajzel bakterie balet bali balkon ball balon balu bała bałagan bałam
bałaś bałem bałeś banana banda bandę bandyci bang bani bank banki banknoty bankowe banku barach barbaro barbecue
barbie bardzo barem bariery barkach barman baron barów bart barta baru barwy bary barze baseball basen bass batalion
baterie batman bauer bawcie bawełnę bawi bawią bawić bawię bawił bawimy bawisz bawmy baza bazę bazie bazując bazy bądź
bądźcie bądźmy beach beat beau beczki before bekon bell bella belle bentley benzyny berlinie bert bess best bestia
beta beton better bezcenne beze bezradny bezsilny bębny będą będąc będę będzie bękart biali biała białe białka biały
biblii bicia bicie biec biedak bieg biegać biegiem biegł biegnij biegów biegu bieliznę bierz bieżąco biją bikini
bilard bilety bili bilingi bill billem billy bing bingo biodra biologii biorąc biorę biskup bitwa bitwę bitwie bitwy
biura biurem biurku biuro biurze biust biznes black blada blade blady blanche blask blef blefuje bliscy blisko blizny
bliżej blog blok blokadę bloki bloku blond blue blues bluzę bluzkę błagam błąd błędach błędem błędne błędów błędu
błędy błędzie błękitne błocie błota błotem błoto błysk błyszczy boba bobby bobem bobo boczne bohater boicie boimy
boisku boisz boją boję bojowe boju boki boks bokser boksu boku bolało bolą boleć bolesne boli bond bonjour bono bonus
book boom boomer borg boską boskie bosko boss bostonu bowiem boys bójcie bójka bójkę bójki bóle bólem bólu brachu
bracie bractwa brać braćmi brakiem brakować brakuje brali brał brała brałem bram brama bramę bramie bramki bramy
brandy branie branży brat brata bratem bratnią bratu braun bravo brawa brawo brązowe break brednie bredzisz bridge
broda brodę brody browar brown brutalne brwi bryce brygady bryka brykę brzegu brzemię brzmi brzuch brzuszek bucie
budce budda buddy budka budki budowy buduje budynku budzą budzi budżet bufet building bukiet bull bułeczki bułka bundy
bunkier bunkrze bunt buntu burdel burger burrito burt burtę burza burzę burzy buster buta butach butami butelkę butler
butów buty buzi buziaka buzię buzz buźka buźkę bycia bycie byciu bydła bydło byka byle byli byliby byliśmy była byłaby
byłam byłaś byłby byłego byłej byłem byłeś było byłoby były byłyby byłych byłym byłyśmy bystry byście byśmy bywa
bywają bywało bywam bywasz bzdety bzdury bzika cacko cadillac cali call całą całe całego całej całemu całkiem cało
całość całować całuje całusa cały całych całym camp cara carol cary casa case cash casting castle castro casual cebuli
cech cecha cechy cegły cela celach cele celem celeste celi celowo celu celuj cena cenę ceni cenie cenna cenne cenny
centa center centów centrum ceny cesarz cezar chacie chan chanel chaos chata chatce chatę chatki chaty chcą chcąc
chcecie chcemy chcesz chcę chciałem chcieli chciwość chemii chen cherry chester chęcią chęć chętnie chii chili chin
chinach chiny chińczyk chiński chip chipsy chirurg chleb chłodno chłopaki chmury chociaż choć choćby chodniku chodzi
choi choinkę cholera chora chore chorób chory chorzy chow chować chór chóru chronić chrzanić chrzest chuda chudy
chwała chwilę chwyć chwyt chyba ciacho ciał ciała ciałem ciało ciao ciarki ciasno ciasto ciąć ciąg ciągle ciągnąć
ciągu ciąża ciążę ciąży cicha ciche cicho cichu cichy ciebie ciekawe ciele ciemku ciemno cieniu cienkie cień ciepło
cierpię cieszę cieście cięcie ciężar ciężej ciężko cięższe ciociu cios ciosem ciosów ciosy cisza ciszej ciszy city
ciuchy ciut club cmentarz coach cody cofam cofnąć cofnij cola cold cole coli college colt come company cookie cool
coraz coście country court córce córeczka córek córka córkę córki córko crack crazy cross cruise cuchnie cuda cudem
cudnie cudo cudownie cudu cudze cudzych cukier cukrem cukru cukrzycę curry cwany cyfr cyfry cygara cykl cyklu cynk
cyrk cyrku cytat cytryny cytuję cywilów czad czadu czai czaisz czaję czapce czapkę czar czarny czarów czary czas
czasami czasem czasie czasów czasu czasy czaszki cząstka czci czego czek czekaj czeki czeków czeku czele czelność
czemu czerni czerpać czerwony czesne cześć często członków człowiek czoła czołem czołg czoło czosnek cztery czubek
czuć czuj czują czuję czujniki czuwa czwartek czwórka czyimś czyj czyja czyje czyjś czyli czym czymś czyn czyni
czynnik czynów czynsz czynu czyny czysto czyś czyści czytać czyż czyżby ćwiczyć ćwierć dach dachem dachu dacie dadzą
dają dając dajcie daje dajecie dajemy dajesz dajmy dakota dala dale dalej daleko dali daliśmy dalszy dalton dałabym
dałam dałaś dałbym dałem dałeś dało dałoby dały dama damę damien damo damskiej damy daną dance dane danego danej danem
dani dania danie dano dany danych danymi darem dark darmo darować daru daruj dary dasz data datek datę daty dawać
dawaj dawał dawanie dawcą dawcy dawka dawkę dawki dawna dawne dawniej dawno dawnych dbać dbaj dbają dbał dbam dbamy
dbasz dead death debaty debra dech dechy decyduje decyzję dekady delaware delfiny dell della delta demo demon denerwuj
denny dentysty depozyt depresję derby derek desce deser deska deskę deski deszcz detektyw diagnoza diamenty diany
diaska diecie dieta dietę diety dilera ding disco dlaczego dlatego dłoni dłoń dług długa długi długo długu dłużej
dłużny dłuższy dnia dniach dniami dnie dniem dniu dobę dobiegła dobija dobra dobre dobro dobry dobrze doby doceniam
dochodzi dociera doctor doczekać doda dodać dodaj dodał dodam dodania dodatek dodawać dodge doga dogadać dogi dogonię
dojdę dojdzie dojechać dojrzałe dojść dokach dokąd dokładne dokoła dokonać dokopać doktorze doku dokument dolarów
dolce dolców dole dolega doliny dolly dolnej dołączyć dołek dołku dołożyć dołu domach domaga domek domem dominium
domku domów domu domy domyślam dona donald dong donieść donikąd doniósł donna donnie donny donosi dookoła dopadnie
dopaść dopiero dopilnuj dopływ dopomóż dopóki doprawdy dopuścić doradca dorastał dorosły dorwać dorwę dorwiemy dostać
dostęp dostrzec dosyć doszedł doszło dość dotarł dotąd dotknąć dotrą dotrę dotrzeć dotyczy dotykaj douglas dowie down
dowód doznał dozorca drabinę dragi dragon dramat draniu drań drażni dream dreszcze drew drewna dręczy drgawki drgnij
drinka drive drobiazg drobne drodze droga drogę drogi drogo dron drona drony dróg drugą drugi druhną drut drużbą
drużyny drzemkę drzewa drzwi drży duch ducha duchem duchów duchu duchy duet duma dumę dumna dumni dumny dumy dureń
durne durniu durny dusi dusz dusza duszę duszy duża duże dużego dużej dużo duży dużych dużym dwaj dwie dwiema dwieście
dwoje dwojga dwoma dworcu dworu dworze dwóch dwójce dwójka dwóm dwór dwunastu dylemat dymem dymu dynamit dynastii
dyplom dyrektor dysk dyski dyskusji dystans dywan dywizji dyżur dzbanek dziać dziadek działa dziczy dzieci dzieje
dzieła dzień dziesięć dziewięć dziękuję dzika dzikie dziób dzisiaj dziś dziury dziwak dziwek dziwi dziwne dzwonił
dźgnął dźwięk dżem dżinsy dżungli earl earla easy echo ecstasy eden edukacji efekt egzamin einstein ekipa ekipę ekipie
ekipy ekonomii ekran ekspert ekspres ekstra elektron element elfy eliksir elity emocje empire energii epidemia epizod
epoki esej espresso etap etapie etapu etat etatu etyki euro europie every ewolucji express extra eyes fabryki face
faceci facet fachu fair fajkę fajki fajna fajne fajnie fajny fakcie faks fakt faktach faktem faktów faktu fakty fala
falach fale fali fałszywe family fanami fanem fang fani fanką fanów fantazji farba farbę farby farma farmę farmie
farmy fart farta fartuch fasoli fast fatalnie faul faza fazę fazie fazy feng ferguson ferie ferrari festiwal figurę
fikcja film filmach filmem filmie filmów filmu filmy filtr finał finanse fine fire firm firma firmę firmie firmy first
fish fiucie fizyczne fizyki flaga flagę flagi flaki flash flint flocie flota flotę floty fontanny football force ford
forda form forma formę formie formy forsa forsę forsy fort fortunę forum fotel fotkę fotki fotograf fragment frajda
frajer francuzi franka free froncie frontu frytek frytki fryzjera fryzurę fuck full fundacji fundusze funkcje funta
funtów funty fury futbol futra futro fuzji gabinetu gacie gada gadać gadaj gadał gadam gadania gadasz gadka gadkę
gadki gale galerii gali gałąź gałęzi game gamma gang gangi gangów gangster gangu ganku gapi gapią gapić gapił gapisz
garażu garden gardło gardzę garnek garnitur garstka garść gary gate gatunek gazecie gazem gazety gazu gazy gdyby gdyż
gdzie gear gemma generale genialne geniusz genów geny gest gestapo getta gęba gębę gębie gęby gęsi ghost gibson
giełdzie gier gierek gierki gigi gina ginąć ginie gips girl girls gitarze glebę glee glin gliną glinę gliniarz glinom
gliny globalne glorii gładko głąb głąbie głębi głęboko głodny głodu głos głosem głosi głosów głosu głosy głośno głowa
głowę głowie głowy głód głów główkę głównie głuchy gnata gniazdo gnić gniew gnój godna godne godność godny godziny
gofry golden goleniu golf golfa golfowe gołąb gołębie gołymi gong goni gonią gonić gonił gonna gończy gorąco gordon
gorsi gorsze goryl gościa gość gośćmi gotowy gotuje góra górę górnej góry górze gracie graczy grać grady graffiti
grafik graham graj grają grajcie graliśmy grał grała grałem grało gram gramów gramy granat grand grane granicy grant
gras grasz gratis graty grecy green grey grilla grosza grozi groźba groźny grożą gruba grube grubo grubsza gruby
grudnia gruncie grunt grup grupa grupę grupie grupy gruzach grypa grypę grypy gryza gryzie gryźć grze grzebać grzechy
grzyby gubię gulasz guma gumę gumy guru gust gustu guście guza guzik gwardii gwiazdy gwiezdna gwinei gwint gwizdek
gwóźdź haczyk haju haka haker hale hali hall hallo halo hałas hamulce hand handel handlu hangaru hańba happy hard
hardy harley harmonii hart hasła hasłem have hawaje hazard head hear heaven heavy hejka hello hełm hera herb herbaty
herkules hetero high hipotekę historia hitem hmmm hobby hojny hokeja hola hologram holu hołd homara home homer homo
honor hormony horror horyzont hotelu house hrabia hrabstwa hulk humoru hunt hunter hura huragan hurra hymn idąc idea
idealnie idee idei idioci idziemy idźcie idźmy igieł igła igłę igły ignoruj ilekroć iloma ilość iluzja imieniu imię
imiona imperium implant imprezę impuls inaczej incydent indie indyka indziej infekcja info informuj inicjały inną inne
innego innej innemu inni inny innych innym instynkt intencje interes intruz intuicja intymne inwazji inżynier iris
iron ironia iskra island istne istnieje istny istocie istoty izba izbie izby izolatce jabłek jabłko jace jachcie jacht
jacka jackiem jackowi jacku jacobs jacuzzi jacy jacyś jadalni jadam jadą jadąc jadę jadł jadła jadłem jagody jaja
jajach jajami jajeczka jajek jajka jajkiem jajko jajo jaką jakąś jakby jaki jakich jakieś jakim jakiś jako jakoś jakże
jamie jamy jang jankesów japoński jardów jaskini jasna jasne jasno jasny jaśnie jawie jazda jazdę jazdy jazz jądra
jądro jeansy jechać jeden jedliśmy jednak jednego jedni jedno jednym jedwab jedynie jedzą jedzenie jedziemy jedź
jedźcie jedźmy jeep jeepa jego jejku jelenia jelita jemu jemy jenów jeńców jersey jesieni jest jestem jesz jeszcze
jeść jeśli jeziora jeździć jeżeli jęczeć język jody jogę jogi jogurt jojo jork jorku jubilera jung junior jury jutra
jutro kabel kabiny kable kablówki kaca kaczki kadłub kadr kajdanki kakao kaleką kaliber kalorii kamery kamień kampanii
kampusie kamuflaż kanał kanapie kandydat kang kapelusz kapitan kaplicy kapłan kappa kapralu kapsuły kaptur kapujesz
kapusiem karą karcie kardynał karetkę karę karierę kark karku karma karmę karmić karnego karny kart karta kartce kartę
kartkę karton karty kary karze kasa kasetę kasę kasie kask kasku kasy kasyna kaszel katalogu katar katy kaucję kawa
kawałek kawę kawiarni kawie kawior kawy kazać kazał kazano każą każda każdego każdy każe każesz kącie kąpać kąpiel
kąta kątem kciuki keep kelner kent kenta kentucky kerry ketchup kibel kibla kiblu kici kiedy kielich kiepsko kierowca
kierunku kieszeni kija kije kijem kilka kilkoma kilku kimś kina king kinie kino kirk kirka kiss kitu klan klanu klapsa
klas klasa klasę klasie klasy klasztor klatce klatki klaun klątwa klej klejnoty kleju klęskę klientów klifu klimat
kliniki klnę klocki klub klubach klubem klubie klubów klubu kluby klucz kładę kładź kłam kłamać kłamcą kłamiesz
kłamliwy kłamstwo kłaść kłopoty kłócą kłócić kłódkę kłótni knajpy know knuje kobiety koce kocham kocie kocioł kodeks
kodem kodów kodu kody kofeiny kogo kogoś kogut kojarzy koka kokę koki koktajl kolację kolana kolczyki kole koledzy
kolego kolei kolejny kolekcji koleś koleżko kolonii kolor kolumny koła kołem koło komandor komedia komendę kometa
komiksy kominku komisji komitet komnaty komórki kompania komplet komputer komu komuś koncert koncie kondycji konflikt
kong kongres koni konia koniec konik koniu konkurs konno kont kontakt kontener konto kontrolę konwój końca końców
końcu kończy końmi kopa kopać kopalni kopertę kopę kopia kopię kopii korekta korki korku koronera korpus korupcji
korytarz korzenie korzyści kosmici kosmos kostek kostium kostki kostnicy kosz kosza koszmar kosztuje koszu koszyk
kości kość kota kotek kotem kotka kotku kotów koty kowalski kowboju koza kozie kozła kozy kółka kółkiem kółko kpisz
kraby kradnie krainy kraj krajach krajem krajów kraju krakersy kraść kratki kraty krawat krawędzi krąg krążą krąży
kredyt krem kremem kremu kres kret kreta kretem kręcą kręcę kręci kręć kręgach kręgi kręgle kręgu krępuj kris krocze
krok kroki kroków kroku kropka kropli krowa krowę krowy krócej król króla królem królik królowa królu krótko krów
kruche kruk krusty krwawi krwotok kryć kryj kryje kryjówki krykieta krył kryształ kryzys krzakach krzesło krzyczeć
krzyk krzywdy krzyż ksiądz ksiąg książki księcia księdza księgi księżyc ksywka kształt ktoś która które który którzy
któż kubek kubeł kubie kubka kubki kuby kucharz kuchni kucyka kula kulach kulami kule kuli kulisami kulka kulkę kulki
kultury kumam kumasz kumpel kumpla kung kupca kupców kupi kupią kupić kupię kupiłem kupimy kupisz kupna kupno kupo
kupon kupować kupuje kura kuratora kurczaka kurde kurewsko kurier kurka kurna kurs kursie kursu kursy kurta kurtce
kurtkę kury kurz kurzu kuszące kuzyn kuźwa kwadrans kwas kwasu kwaśne kwatery kwestia kwiaty kwiecień kwietnia kwita
kwitnie kwota kwotę kwoty labirynt lada lady lakier lala laleczko lalek lalka lalkę lalki lambert lampa lampę lampkę
lampy lana lance land lane lanie laptopa larwy lasach lasek laser laska laskę laski lasów lassie last lasu lasy lata
latach latają latał latami latanie latarkę latem latka lato latte laty laury lądu ląduje lądzie lecą lecę leci leciał
lecieć lecimy lecisz lecz leczenie leczyć ledwie ledwo legalnie legenda leje lekach lekami lekarza lekceważ lekcje
leki lekka lekki lekko leków leku leniwy lenny lepiej lepsi lepsze lesie letni lewa lewe lewego lewej lewo lewy lewym
leżał leżą leżącego leżeć leżę leży leżysz liberty licencję liceum licha licz liczą liczba liczę liczne liczy liderem
lidze life liga light ligi like limit limuzyny lincoln linę ling linia linię linii link liny lipa lipca lipcu lipiec
list lista listę listów listu listy lisy liście liść litery litość litrów live lizać lobby lochu locie loda lodami
lodem lodówce lodu lody logiczne logika logo lojalny lokal loki lokum lola long look lord lorda lordem lordzie lori
losem losie lost losu losy lotem loterii lotnisko lotów lotu loty love loży lubi lubią lubicie lubię lubił lubimy
lubisz lucky lucyfer ludności ludu ludzie ludzkie ludźmi lukę luki luksus lulu lunch lusterko lustro lutego luty luzie
luzik luzu lynch łacinie ładna ładne ładnie ładny ładowni ładunek łagodny łajdak łamać łamią łamie łańcuch łapać
łapcie łapę łapią łapię łapówki łapska łapy łasce łaskocze łatwa łatwe łatwiej łatwo łatwy ława ławce ławę ławie ławy
łazić łazienki łaźni łączą łączę łącznie łączy łbie łodzi łokieć łomot łonie łopatę łososia łowca łowców łowcy łowić
łoże łożu łódka łódkę łódki łódź łóżek łóżka łóżkiem łóżko łóżku łuku łuski łyka łysy łyżki łzami maca macha macho
macicy macie macocha macy madame made madison madonna maestro mafia mafii magazynu magia magiczne magię magii magik
magnes mail maila maile maili maine mają mając majątek majorze majtek majtki maju makaron make makijaż maksa maksimum
malarz maleńka mali malibu malować maluje malutki mała małe małego małej małemu mało małp małpa małpę małpy mały
małych małym mama mamę mamie mamo mamusiu mamy mana manager mandat manewr mango maniak manicure maniery manny mapa
mapę mapie mapy mara maraton marca marcie marcu marines marka markę marki marne marnie marnować marnuj marny mars
marsa marshall marsie marsz marynarz marzenia marzyłem masa masakra masaż masce masę maska maskę maski masła masłem
masło mason masowego master masy masz maszyna maść mata matce matek materiał matka matkę matki matko matmy mawiał
maxwell mayday mądra mądre mądrości mądry mądrze mdłości meble mebli mechanik mecz mecze meczu medal media mediów
medium medyczne mega mego meksyku melduje melodia memu menadżer menedżer mentorem menu mercedes meta metafora metalu
metę metody metr metra metrem metrów metry metrze mety męczące męczy męki męska męski męża mężatką mężczyzn mężem
mężowi mężu mgle mgła mgły mgnieniu miał miała miałbym miałem miało miały miami miarę miasta miecz mieć miednicy miej
miejcie miejmy miejsce mieliśmy mienia mierzyć miesięcy mieszka mieście miewa między miękkie mięsa mięsem mięso
mięśnie migiem mija mijają miki mikołaja mikrofon milady milcz mili miliardy milionów milszy milutki miła miłe miłego
miłej miło miłość miły miłych miłym mimo mina minąć minął minę minęło mini minie minimum minister minucie minus minut
miny miodowy miodu miód misia misiu misja misję misji miska miskę miski miss mistrzu mleka mlekiem mleko młoda młodego
młodości młodszy młodu młody młodzi młot młotek młotkiem młyn mniam mnich mnie mniej mniemam mnisi mnóstwo mocami mocą
moce mocna mocne mocniej mocno mocny mocy mocz moczu moda model modlę modlić modne moduł mody modzie mogą mogąc mogę
mogli mogła mogłem mogło mogły moich moim moimi moja moje mojego mojej mojemu mokra mokre mokro mokry molo moment mona
monety monitor monsieur monte moon morale more morfiny morris morskiej morza morze morzu most mostek mostku mostu
mosty moście mość motelu motocykl motor motto motyla motyw movie mowa mowę mowy może możecie możemy możesz możliwe
można módl módlmy mógł mógłbym mówcie mówi mówią mówić mówię mówiłem mówimy mówiono mówisz mówmy mózg mózgi mózgów
mózgu mroczne mrok mroku mrówki mróz mszę mszy much mucha muchy mundur murami murem muru mury murze musi musiał
musicie musieli musimy musisz muszą muszce muszę mutantów muzeum muzyce muzyka mych mydła mydło myje myjni mylą mylę
myli mylić myliłem mylisz mysz myszka myszy myśl myślałem myślcie myślę myślisz myśmy nabiera nabijasz naboi naboje
nabrać nacięcie naciśnij naczelny naczynia naćpany nada nadać nadaje nadal nadawać nadążam nadciąga nade nadejść
nadeszła nadmiar nadszedł nadzieję nadzoru nagle nagła nagłówek nagły nagranie nagrodę nagrywać naiwny najdalej
najlepsi najmniej najpierw najście najwyżej nakarmić nakaz nakłonić nakręcić nalać nalegam nalej należy nalot nałożyć
nałóg nami namiary namierz namiot namówić namysłu naokoło napad napalony napaść napełnić napęd napić napięcie napisy
napiwek napoleon napój naprawdę naprzód nara naraz narka narobił naród nartach narty narządy narzekać narzucać nasenne
nasi nasienie nasiona nastąpi następny nastroju nasz nasza nasze naszym natury nauce nauczyć nauk nauka naukę nauki
naukowcy nawalony nawet nawiązać nawyk nawzajem nazbyt nazwać nazwę nazwisko nazwy nazywa necie nelson nemo nerek
nerkę nerki nerw nerwowy nerwy never news newton nędzny nędzy nękanie niania niby nich nici nick nicka nicki niczego
niczym nieba niebem niebie niebo niecałe niech nieco niedawno niedługo niedobry niee nieee niegdyś niego niej niejaki
niektóre niełatwo niemal niemiły niemniej niemowlę niemu niepewny niepokoi nieraz niesie niestety nieswojo nieść
nieważne niewiele niewoli niezbyt nieznane nieźle nigdy nigdzie night nikim nikki nikogo nikomu nikt nimi ninja niósł
niska niski nisko niszczy niżej niższy nobla nocach nocami nocą noce nocleg nocną nocne nocny nocować nocy nodze noga
nogach nogami nogę nogi nonsens nora norm normalne normie normy nory norze nosa nosem nosi nosić nosie nosił nosimy
nosisz noszą noszę notatki notes notowany nova nowa nowe nowego nowej nowemu nowi nowiny nowo nowość nowotwór nowy
nowych nowym noża noże nożem nożną nożnej noży nożyczki nóżki nuda nudna nudne nudno nudny nudy nudzę nudzi numer nuty
obaj obalić obaw obawiam obawy obca obce obcego obcej obchodzi obciąć obcy obcym obczaj obecnie obejdzie obejmuje
obejrzeć obejść oberwał obiad obie obiecuję obiedzie obiegu obiekt obiema obietnic objawy objąć objął obliczu obłąkany
obłęd obniżyć oboje obojga obok obraz obrączkę obrębie obróć obrót obrzęk obserwuj obsesję obsługi obszar obudź
obwiniać obwód obydwoje obym obyś obywatel ocal ocalenie ocalić ocean ocen ocena ocenę ocenić oceny ochłonąć ochotę
ochrania ochrony ocknij oczach oczami oczekuję oczka oczko oczom oczu oczy oczyma oczyścić odbędzie odbicie odbiera
odbija odbiło odbiór odbyć odbył odbyt odbywa odchodzę odciąć odcięli odcinek odciski odczep odczuwam odczytać odda
oddać oddadzą oddaj oddał oddam oddanie oddasz oddawaj oddech oddychać oddział oddzwoń odebrać odegrać odejdź odejść
oderwać odesłać odeszła odetnij odezwę odgłosy odgrywa odjazd odjechał odjeżdża odkąd odkładam odkręcić odkryć odkupić
odlać odlatuje odlecieć odległej odlot odłamki odłóż odmawiam odmiany odmienić odmówić odnajdę odnaleźć odnieść
odniósł odnośnie odnowić odpada odpalić odpaść odpieprz odpłacić odpływa odpocząć odpowie odprawę odpręż odpuść
odrobinę odróżnić odruch odrzucić odsiadki odstawić odsuń odszedł odszukać odtąd odwagi odwal odważny odwet odwiedza
odwiozę odwołać odwracaj odwróć odznakę odzyskać odzywaj ofertę oferuje oficer ofierze ogarnąć ogień ogier oglądać
ogłaszam ogłosić ognia ogniem ognisko ogniu ogolić ogon ogona ogonem ogonie ogóle ogólnie ogół ogrodzie ogromne ogrzać
ohyda ohydne ojca ojcem ojciec ojców ojcu ojcze ojczyzny ojej okay okazało okazji okazuje okazywać okaż okaże okej
okey okiem okien oklaski okładce okłamał okna oknem oknie okno okolicy około okrada okraść okrągło okres okręcie
okręgu okręt okropne okrutne okulary okup okupu olać olbrzymi olej oleju ołówek ołtarza omal omawiać omega omija
ominąć ominęło ominie omlet omówić once online only opada opałach opanować opanuj oparciu oparte opaskę opcja opcje
opcji open operacji operować opery operze opętany opiece opiera opinii opis opisać opisu opisz opium opłacić opłaty
opon oponę opony oporu opowiedz opór opóźnić oprócz opróżnić oprzeć oprzyj opuszcza opuścić oraz orbicie orbitę
orleanu orła oryginał orzechy orzeł orzeszki osąd osądzać oscara osiągnąć osiedle osiem osioł oskarżyć osła osłaniaj
osłony osobą osobę osobiste osobno osobom osoby osób ostatnio ostra ostre ostrożny ostry ostrzec oszalał oszczędź
oszukać oszustwo ośle ośmiu ośrodek oświeć otacza otchłani otoczony otóż otrzymał otuchy otwarte otwieraj otwórz over
owady owak owca owce owie owiec owoc owocami owoce owoców owszem oznacza oznaki ożenić ożywić ósma ósmej ósmy pace
pachnie pachy pacific pacjenta paco paczek paczkę pada padać padają padało padam padł padła padło padły padnij page
pager pajac pająk paki pakiet pakować pakt pakuj palant palą palca palce palców palcu palec palenie palę pali palić
palił palisz paliwa palm paluszki pałacu pamiątkę pamiętam pana pancerz panda panel panem pani panią paniczu panie
paniki paniom paniusiu panna pannę pannie panno panny panom panowie panu panuje pańscy pański państwo papa papiery
papo para paradę parafii paragraf paraliż paranoję parasol parę park parker parkingu parkować parku paroma partii
partnera party paru pary parze parzy pasa pasażera pasek pasie pasja pasję pasji paski paskudne paso pasować pasożyty
pasta pastor pasuje pasy paszport paść patrol patrz patyków pawia paznokci pazury pchać pchaj pech pecha pełen pełna
pełne pełni pełno pełny pendrive penny pensa pensji pensów pentagon people perfumy perły personel perukę petycję
pewien pewna pewnego pewnie pewno pewny pęcherz pęka pękł pękła pękło pęknie piachu pianinie pianki piasek piasku
piąta piątek piątkę piąty picasso picia picie piciu pieca piechoty piecu pieczęć pieluchy pieniądz pień pieprzyć
piersi pierwsze pies piesek piesku pieszo pieśń pięciu pięć pięćset pięści piętach pięter piętro pigułki piknik pili
piliśmy pilna pilne pilnie pilnować pilnuj pilocie pilot piła piłam piłaś piłce piłem piłeś piłę piłka piłkę piłki
piły ping pingwiny pink pionkiem piorun piosenkę pióra pióro piraci piramidy piratów pisać pisał pisania pisarzem
pisma pismo pistolet pisz piszą pisze piśmie pitt piwa piwem piwie piwko piwnicy pizza pizzę pizzy plac placki
placówki placu plaga plama plamę plamy plan planach planety planie planów planu plany plastik play plazmy plaża plażę
plaży plecami pleciesz pleców plecy plemię plik pliki plików pliku plotek plotki plus pluskwę pluton płacą płacę
płacić płacz płakać płaski płaszcz płatki płci płeć płodu płomień płoną płonie płot płód płuc płuca płuco płycie płyn
płynąć płynie płynów płynu płyny płyt płyta płytę płytki płyty pływać pobawić pobicie pobiegł pobił pobity pobliżu
pobocze pobrać pobudka pobyć pobytu pocałuj pochodzi pochwy pochyl pociąg pocieszy pocisk początku poczcie poczekaj
pocztę poczucie poczytać poda podać podaj podał podam podanie podasz podatki podawać podążać podchodź podczas poddać
podejdź poderwać podeszła podium podjąć podjęłam podlega podła podłodze podły podnieś podnosi podoba podpalić podpisać
podróż podrzucę podsłuch podstawy podszedł poduszki podwieźć podwójne podwyżkę podział poeta poezji pogadać pogarsza
poglądy pogłoski pogodzić pogoń pogorszy pograć pogrywa pogrzeb point pojadę pojawił pojazd pojąć pojedzie pojemnik
pojęcia pojmać pojmuję pojutrze pokarm pokaż pokera pokład pokochać pokoi pokoju pokoleń pokonać pokroju pokrywa pole
polecieć polega polem polepszy polisę polityka polo polski polu polubisz poluje połamane połączyć połknął połowę połóż
południe pomaga pomarzyć pomidory pomiędzy pomimo pominąć pomnik pomodlić pomogę pomoże pomóc pomówić pompy pomścić
pomyłka pomysł ponad ponieważ poniosło poniżej ponoć ponosi ponownie ponury popadnie popalić poparcie popatrz popchnął
popcorn popełnił popieram popiół popływać poprawki poproszę poprzez popsuć pora poradzę poranek porażka porcie porcję
porę poród porównać porsche port portal porter portfel portki portret portu porusza pory porywacz porządku porze
porzucić posadę posąg posesji posiada posiedzę posiłek posłać posłucha pospiesz post postawić postępy postój postrzał
posunąć posuwa posyłki poszedł poszło poszukać pościg poślę poślij pośród poświęcę potasu potem potęga potężny potoczy
potrafię potrójne potrwa potrzeba potu potwór pouczać poufne powaga powalić poważnie powąchaj power powiadom powiedz
powinien powiodło powitać powodu powoli powóz powraca powrotem powstał powtarza powtórzy powyżej poza pozbądź pozbędę
pozbyć pozdrów pozew poziom poznać pozory pozostać pozwala pozwę pozwie pozwól pozwu pozycji pożar pożegnać pożytek
pójdą pójdę pójdzie pójść póki półce półki północy półtora późnej później późno późnym prac praca pracę pracować
pracuje pracy pragnę praktyki pralni pranie prasa prasę prasie prasową prasy praw prawa prawda prawej prawie prawko
prawnika prawo prawu prawy prąd prądem prądu precz premiera presją pretekst prezent prędkość prędzej price pride prime
prince problem proces prochy produkt profesor profil prognozy program progu projekt prom promień promocji promu propos
prorok prosić prostu proszę proś prośbę prościej protest protokół prowadzi prób próba próbę próbie próbki próbny
próbował próbuję próby prócz próg próżno prysznic prywatne prze przebrać przecież przed przegrać przejść przekaż
przełom przemocy przenosi przepisy przerwę przestań przetrwa przewagę przez przodu przy przybył przycisk przygody
przyjść przykro przyłóż przynieś przypływ przyrody przyszła przytul przywieź przyznać psami psem psia psie psikus psów
psuć psuj psuje pszczoły ptak ptaka ptaki ptaków ptaszek pubie pubu puchar pudding pudełko pudle pudła pudło puka
pukać pukanie puls pulsu pułapka pułk pułku punk punkcie punkt pusta puste pustkę pusto pusty puszczaj puszek puszki
puścić puść puśćcie puzzle pycha pyłu pysk pyszne pyta pytać pytaj pytał pytam pytanie pytasz quark queen rach
rachunek racja rację racji raczej rada radar radę radia radio radiu radny radość rady radzą radzę radzi raja raju raka
rakiety rama ramach rambo ramię ramiona ramy rana ranczo rand randce randek randkę randy ranek ranem ranę rangą rangi
rani ranić ranie ranisz ranka rankiem ranna rannego ranni ranny rano rany raport rasa rasę rasistą rasizm rasy ratować
ratuj ratunku ratuszu raya razem razie razu razy rażenia rączki rdzeń reagować reaguje reakcja reaktor real reality
realne recepcji redakcji regionie reguły rejestr rejonie rejs rekin reklamy rekord rekrutów relacje religii remis
remont remy rentgen reporter reszcie reszka reszta rety rewanż rewizji rewolwer rezerwy rezonans reżyser ręce ręcznik
ręka rękach rękami rękawice rękę ręki rękoma ręku right ring ringo ringu road robaki robale robi robią robicie robię
robił robimy robinson robione robisz robocie robota rock rocka rocznie rodem rodeo rodu rodzaju rodziny rogi rogiem
rogu rokiem roku rola rolach rolę roli roll rolla rolling romans romeo room ropa ropę ropy rosie rosną rossa rosy
rosyjski rośliny rośnie rover rower rowie royce rozbił rozbroić rozdanie rozdział rozebrać rozegrać rozejść rozerwać
rozgłosu rozgość rozgryźć rozkaz rozkład rozkoszy rozległe rozłącz rozłożyć rozmawia rozmiar rozmowy rozpada rozpozna
rozprawy rozrywki rozsądku rozstać rozsypce rozumiem rozważyć rozwiąże rozwód róbcie róbmy równa równe również równo
równy róże różne różnica różnych różowy róży ruch ruchem ruchów ruchu ruchy ruda rude rudy rugby ruiny rujnuje rumu
runda rundę rundy rundzie rupii rura rurę rurka rurkę rurki rury rusz ruszaj ruszcie ruszę ruszyć rutynowe ryba rybami
rybę rybka rybkę rybki ryby rycerz rymuje rynek rynku rysopis rysować rysunek rysy rytm rytmu rytuał ryzach ryzyko
ryżu rzadko rząd rządem rządowi rządu rządy rządzi rzec rzece rzeczy rzeka rzekę rzeki rzekł rzekomo rzeszy rzeź
rzeźby rzeźnik rzędu rzędzie rzuca rzucę rzucić rzuć rzućcie rzućmy rzut rzygać rzymian sabotaż said sake sala salem
salę sali salonie salt sałatkę sama same samego samej samemu samica samiec samo samochód samolot samotny samych samym
sang sans sari sarkazm satelity sądem sądowy sądu sądząc sądzę sądzisz sąsiadów sąsiedzi scen scena scenę scenie sceny
schemat schodach school schowaj schwytać schyl science seans secret security sedna sedno sejf sejfie sejfu sekcji
sekrecie sekta sektorze sekty sekund semestr senator senior sens sensei sensie sensory sensu sera serc serca serce
sercu serem serial serię serii serio serum service serwer serwis seryjny sesja sesję sesji setek setka setkę setki
sezon sędzia sępy shake sharp shea sherlock sherry show siad siadaj siak siana siatki siądź siebie sieci sieć siedem
siedmiu siedzieć siekierą siema siemka sierotą sierpnia sierra sierżant sięga sięgnąć sikać siku silna silne silnik
silny siła siłach siłami siłę siłowni siły sing singer singlem siniaki siostra siódemka siódmej siusiu skacz skakać
skalę skali skalpel skał skała skały skan skandal skaner skany skarbie skargę skarpety skasować skazany skazy skąd
skądś skądże skip skipper sklepu składa skłamał skłonny skoczyć skok skoki skoku skończy skopać skopię skoro skorpion
skóra skórę skórki skóry skórze skraju skręć skręt skromny skrócie skrót skrytki skrywa skrzynki skup skupcie skupić
skupmy skurcze skutek skutki skye slim słaba słabe słabi słabnie słabość słaby sławę sławny sławy słodki słodycze
słoik słonia słonko słoń słońce słowa słowem słowie słowo słowy słów słówko słuchaj sługą słup słusznie służą służby
służę służyć słychać słynny słyszysz smaczne smak smakować smakuje smażone smok smoka smoki smoków smród smutek smutku
smutne smyczy snach snajper snem snów sobą sobie sobotę sodu sojusz sokole soku solą soli solidne solo sonda sondę
sondy song sorka sorki sorry sosem sosie sosu soul sound sowa spacer spać spadaj spadek spadku spadł spadnie spakować
spakuj spalić spalony spał spałam spałem spania spaść speed spektakl spełnić spencer spędzić spierać spieszyć spięty
spis spisałeś spisek spisku spluwę spłacić spłonął spłukany spływaj spocony spoczywa spod spodem spodnie spodoba
spogląda spokój sponsora spora sporcie spore sporo sport spory sposób spośród spotkać spotykać spowiedź spoza spójrz
spółki spór spóźnię sprawy sprostać sprowadź spróbuj sprytny sprzątać sprzedać sprzyja spust spuszczę spuścić spytać
srebra ssać ssanie ssie ssij stabilny stacji stać stada stadium stado stają staje stajni stali stał stała stałem stało
stały stamtąd stan stanąć standard stanę stanie stanów stanu stany stańcie star staram starczy stare starka starości
starszy start stary starzy statek station statku status staw stawać stawiam stawka stawu staż stażu stąd stek steki
ster stereo sterling sterować sterydy stevie stewie stężenie stodole stogu stoi stoicie stoimy stoisz stoją stoję
stole stolik stołówce stołu stoły stop stopa stopę stopień stopni stopy story stos stosie stosowne stosunku stój
stójcie stół stówę stracić strajk straszne strata strażnik street strefy stres strony strój stróż strumień struny
strychu strzał strzępy studenci studia studni stul stulecia stwarza stworzyć stycznia styl style stylu subtelne sucha
suche sucho suchy suficie sufit sugar sugeruje sugestie sukces sukę suko suma sumę sumie sumy sunny super surowy sushi
susie swat sweet swego swej swemu sweter swędzi swobody swoich swoim swoją swoje swój swych swym swymi sygnał symbol
sympatii symptomy syna synami sync syndrom synek synem synka synku synowi synu sypialni sypie syreny syrop system
sytuacji szachy szacunku szafa szafce szafę szafie szafki szafy szajs szaleje szalik szalony szał szału szampana
szanować szansę szantaż szanuję szara szare szary szczątki szczerze szczury szczyt szedł szef szefa szefem szefie
szefowo szeregu szeroko szeryfie szerzej sześć szkic szkielet szklankę szkło szkocką szkoda szkoły szlaban szlafrok
szlag szlak szli szliśmy szła szłam szło szły szmal szminki sznurki szok szoku szopa szopie szopy szorty szóstej
szpieg szpiku szpilki szpitala sztabu sztorm sztuczka sztuki sztylet sztywny szuflady szukam szum szumu szwagier szwów
szwy szyb szyba szybciej szybę szybie szybko szybszy szyby szycia szyfr szyi szyja szyję szyk szykować szykuje szynka
ściany ściąć ściągnąć ściema ścierwo ścieżki ścigać ściśle ślad śladami śladem śladów śladu ślady śledczy śledztwo
ślepa ślepe ślepi ślepo ślepy śliczna śliny ślub ślubem ślubie ślubny ślubów ślubu śluby śmiać śmiało śmie śmieci
śmiejesz śmiem śmieszne śmietnik śnić śnie śnieg śnił śniłam śniłem śniło śnisz śpią śpiączce śpiewać śpię śpimy śpisz
średniej środa środek środku środy świadków świat świcie świecie świetnie świeże świnia świnka świń świństwo świr
świra świrem świrować świry świt świta świtem świtu taaa taaak taak tabletki tablicy tacę tacie taco tacos tacy
tajemnic tajna tajne tajny taka taki takich takie takim taksówkę taktyka także talbot talent talerz talia talii
talizman talk tamci tamtą tamtej tamto tamtym tang tango tani tania tanich taniec tanio tańca tańce tańcu tańczyć
tańsze tara tarapaty tarasie tarczy targ targu tarzan taśma taśmę taśmie taśmy tata tatę tatko tatku tato tatuaż tatuś
taty taxi tchórzem tchu team teatru tech technika teczkę tego teksasie tekst telefon telegram teleskop tell temacie
temat tempa tempie tempo temu tenisa teoria tequili terapii teraz teren termin terroru test testach testem testów
testu testy teście texas tędy tępy tępym tęsknię tętnicę tętno than them think thompson time tkanek tkanki tknąć tkwi
tkwić tlen tlenem tlenu tłoczno tłum tłumaczy tłumie tłumu tłumy tłusty tłuszczu tnij toalety toast tobą tobie toby
toczy tofu toksyny toku tomem tonem tonę toni tonie tonikiem tonu tony topie topór torach torba torbę torbie torby
torebkę tornado torów torpedy tort tortury toru tory torze tosty totalnie toto towar tower tracą tracę traci trać
tradycja traf trafił tragedia trakcie traktuje transfer trapi trasa trasę trasie trasy trawa trawę trawie trawkę
trawnik trawy trek trener trening trenować trent trenuje treść trick trik trip trochę trofeum troi troje tron tronie
tronu trop tropem tropie tropu tropy troskę troszkę trójce trójka trud trudem trudno trudu trudy trujące trwa trwać
trwają trwało trwania tryb trybie trząść trzeba trzech trzej trzema trzeźwy trzęsie trzy trzymaj trzysta tsunami tunel
tuńczyka tupet turbo turnieju turystów tusz tutaj tutejsze tuzin twardy twarz twego twej twemu twierdzi twoi twoich
twoim twoja twoje tworzy twój twórca twych twym tych tyczy tydzień tygodniu tygrys tyka tyko tyle tylko tylne tylnym
tyloma tyłach tyłeczek tyłem tyłka tyłki tyłku tyłu tyły tymi typa typem typie typowe typu typy tysiące tysięcy tytoń
tytuł ubaw ubiegłej ubierz ubikacji ubiorę uboczne ubrać ubrania ucałuj ucha uchem ucho uchodzi uchronić uchu uchwycić
uciąć uciec uciekaj ucierpi ucieszy ucisk uciszyć uczą uczcić uczelni uczeń uczę uczniów uczta ucztę uczucie uczy
uczyć uczył uczymy uczynić uczysz udać udaj udając udaje udali udał udała udało udam udamy udanego udany udar udasz
udawać uderzył udowodni udusić udział udzielić ufać ufaj ufają ufał ufałam ufałem ufam ufamy ufasz ugodę ugody
ugotować ugotuję ugryzł ujawnić ująć ujął ujdzie ujemny ujęcie ujmę ujrzałem ujrzeć ujrzy ukazuje ukaże układ ukochany
ukończył ukradli ukraść ukryć ukryj ukrył ukryte ukrywa ulec uleczyć ulega uległa ulegnie ulga ulgę ulic ulicach ulicę
ulicy uliczny ulotki ulubiony ulżyć ulżyło ułatwić ułożone ułoży umawiać umiał umie umieć umieją umiem umiesz umknęło
umowa umowę umowy umów umówić umrą umrę umrzeć umyć umyj umyję umyka umysł unieść uniform unii unik unikać uniknąć
union unosi upada upadek upadku upadł upadnie upał uparty upaść upewnić upić upiec upił uporać upper uprawiać uprzejmy
upuścił uratować uratuje uraz urazę urazić urazów urazu urazy urlop uroczy uroda urody urodziny urojenia urok uroku
uruchom urwać urwał urząd urzędu usiądź usiąść usiłuję usług usłyszeć uspokój usta ustach ustalić ustami ustawić
ustąpić usterka usunąć usunę usunięte usuń uszach uszami uszło uszu uszy uścisk uśmiech uśpić utknął utknęła utonął
utonęła utopić utrata utrudnia utrzymać utwór uwadze uwag uwaga uwagę uwagi uwalnia uważaj uważnie uwielbia uwierzyć
uwieść uwolnić uzbroić uzna uznać uznają uznałem uznam uznania uznasz uzyskać użycie użyć użyj użyją użyjcie użyjemy
użyli użył użyła użyłem użyta użyte użytku użyto użyty używać valium vana vanie vice victorii video vista vito volvo
voodoo wabi wada wadę wady wadze waga wagę wagi wagon wahania wakacje walce walczyć walenie wali walić walisz walizkę
walk walka walkę walki walnąć walnę walnij wami wampiry wang wanna wannie wanny want warci warg wargi wariaci wariować
wariuję warstwy warsztat wart warta warte warto warty warunki warzywa wasi wasz wasza wasze waszym ważna ważne ważni
ważności ważny waży wąsy wątek wątpię wątpliwe wątroby wbił wbrew wcale wchodzi wciągnąć wciąż wciskaj wcisnąć
wcześnie wczoraj wdał wdech wdowa wdowy wdzianko wedle według weekend wehikuł wejdą wejdę wejdź wejść wenus werdykt
wers wersja wesele wesołych wesprzeć west western wewnątrz wezmą wezmę wezwać wezwę wezwij weźcie weźmiemy weźmy
wędrówki węgiel węgla węszyć węzeł węzłów węża węże wężem węży wgląd what whisky white wiać wiadomo wiadro wiara wiarę
wiary wiatr wiązać wiąże wibracje widać widelec wideo widmo widnieje widoczne widok widowni widuję widywać widzą widzę
widzisz widzów wiecie wieczór wiedzieć wieje wiek wieki wieków wieku wielce wiele wielki wieloma wielu wiem wiemy
wierny wiersz wierzę wiesz wieś wieści wietrze wieża wieżę wieży więc więcej większe więź więźniów wigilię wild
wilgotne wilk wilka wilki wilków wilku will willa willi willy wina wind winda windę windy windzie winem winę wini
winić winien winisz winna winnego winni winny wino winy wiosce wioski wiosna wirginii wirus wisi wisiał wisieć wisisz
wiszą wiszę wita witaj witam with wizę wizja wizję wizji wizycie wizytę wjechał wkład wkoło wkracza wkręcić wkroczyć
wkrótce wkurzony władcy władzy włamanie właściwe właśnie właź włączyć włochy włos włosami włosi włosku włosów włosy
włożę włożyć włóczęga włókna włóż wmówić wnętrza wnieść wniosek wnosi wnoszę wnuczka wnuk wnuka wnuki wnuków wobec
woda wodach wodę wodna wodne wodny wodospad wody wodza wodzie wodzu wojenny wojna wojnę wojnie wojny wojownik wojska
wokół wola wolałbym wolę woli wolimy wolisz wolna wolne wolni wolno wolny wołać wołają wołanie wołowina worek worka
worki worków worku world wosk wozem wozie wozów wozu wozy woźny wódz wówczas wózek wózka wózku wpada wpadł wpadnę
wpakował wpaść wpierw wpis wpisać wpisz wpłynie wpływ wporzo wpół wprawy wprost wprowadź wpuszczę wpuść wrabia wracaj
wrakiem wraz wrażenie wrażliwy wredna wreszcie wręcz wrobił wrota wróble wrócą wrócę wrócić wróć wróćcie wróćmy wrót
wróżki wróży września wrzód wrzucić wsadzić wschód wsiadaj wsiąść wskakuj wskazuje wskoczyć wskutek wsparcie wspiąć
wspierać wspinać wspomnę wspólnie wstać wstaje wstał wstań wstawaj wstąpić wstecz wstęp wstrętne wstrząs wstyd wszech
wszelkie wszędzie wściekły wśród wtedy wtorek wtorki wtrącać wtyczkę wuja wujek wujem wujka wujkiem wujkowi wujku wuju
wulkan wybacz wybieram wybiorę wyboru wybrać wybrzeża wybuch wychodzi wychylać wyciągnę wyciek wycisk wycofać wyczuwam
wyczyść wyda wydać wydaje wydał wydam wydanie wydarzy wydasz wydatki wydawało wydech wydobyć wydostać wyduś wydział
wygląda wygłosić wygnanie wygodnie wygrać wygrywa wyjadę wyjaśnić wyjawić wyjazd wyjąć wyjął wyjątek wyjdą wyjdę
wyjdzie wyjechać wyjedzie wyjeżdża wyjmij wyjść wykazać wykąpać wykiwać wyklucza wykład wykonać wykopać wykracza
wykręcić wykryto wykupić wylali wylatuje wyląduje wyleczyć wylew wylot wyluzuj wyłaź wyłącz wymaga wymawia wymazać
wymiar wymienić wymioty wymknąć wymówka wymyka wymyślić wynajął wynalazł wynieść wyniki wyniósł wynocha wynoś wyobraź
wypadek wypali wypas wypełnić wypić wypiłem wypisać wypluj wypłaty wypływa wyprawia wypróbuj wypuść wyrabia wyraźnie
wyrok wyrośnie wyrównać wyróżnia wyruszyć wyrwać wyrwę wyrzucić wysadzić wysiadaj wysikać wysiłku wyskakuj wyskoczy
wysłać wysłucha wysoce wysoki wysp wyspa wyspę wyspie wyspy wystąpić występ wystrój wysyła wysypka wyszedł wyszła
wyścig wyślę wyślij wytropić wytrzyma wytwarza wytwórni wytyczne wywalić wywiad wywieźć wywinąć wywołać wyznać
wyzwanie wyzwolić wyzywam wyżej wyższy wzajemne wzbudzić wzdłuż wzdycha wzejdzie wzgląd względu wzgórza wziąć wziął
wzięcia wzięła wzmacnia wzmianki wzmocnić wznieść wzorem wzoru wzory wzorzec wzór wzrasta wzrok wzrostu wzywa yale
yang york yorku young zabawne zaboli zabrać zabrzmi zaburzeń zach zachęcić zachować zaciął zacisk zacząć zaczekaj
zacznie zaczyna zadać zadaje zadał zadanie zadawać zadbać zadek zadość zadowoli zadziała zadzwoń zagadka zaginął
zagłady zagrać zagroził zagrywka zaiste zająć zajął zajdzie zajęcia zajęło zajęty zajmą zajmę zajmie zajmować zajmuje
zajrzeć zajść zakaz zaklęcie zakładam zakłóceń zakochał zakończy zakopać zakręt zakryj zakupów zalany zalecam zaledwie
zalety zależy zaliczyć załamany załatwić załodze załogi założę zamach zamawiał zamek zamęt zamężna zamiast zamierza
zamilcz zamka zamki zamknij zamku zamówić zamyka zanadrzu zanieść zanika zanim zaniosę zanosi zapach zapadła zapalić
zapasy zapewne zapiąć zapisać zapleczu zapłacić zapłon zapnij zapobiec zapomnij zapoznać zaprasza zaprosić zapukać
zapytać zarabiać zaradzić zaraz zarobił zarówno zarządu zarzuty zasady zasięgu zaskoczy zasłony zasłużył zasnąć zasnę
zasoby zastąpić zastępca zastrzyk zaszczyt zaszło zaśnie zaśpiewa zatańcz zatem zatkaj zatoce zatoki zator zatrucie
zatrzyma zaufaj zaułek zauważył zawał zawarł zawęzić zawiadom zawiera zawiozę zawody zawołaj zawór zawracaj zawrócić
zawrzeć zawsze zazdrość zażądał zbadać zbędne zbieg zbierać zbiornik zbirów zbliża zbrodni zbroi zbroję zbudować
zbuduję zbudź zburzyć zbyt zbytnio zdać zdają zdaje zdalnie zdał zdałam zdałem zdam zdanie zdany zdań zdarza zdasz
zdawało zdążę zdążymy zdecyduj zdejmij zdjąć zdjął zdjęcia zdobądź zdobędę zdobyć zdolny zdoła zdradził zdrajcą
zdrowie zdziałać zdzira zebrać zechcesz zegarek zejdę zejdź zejść zemdlał zemsty zemścić zepsuł zera zerknąć zero
zerwać zerżnąć zesłał zespół zestaw zeszłym zeus zeusa zewnątrz zeznania zezwalam zęba zębach zębami zębów zgadnij
zgaduję zgadywać zgadza zgarnąć zgasić zgaś zgłaszam zgłosić zgoda zgodę zgodnie zgody zgodził zgon zgonów zgonu
zgraja zgrywać zgub zgubiłem ziarno zielone ziem ziemi ziemskie zięć zignoruj zima zimę zimie zimna zimne zimno zimny
zimy zioła zioło ziom ziomek ziomuś zjada zjadł zjawi zjazd zjechać zjedli zjedz zjem zjemy zjesz zjeść zjeżdżaj
zlecenie zlecił złam złamać złamie złap złapać złapcie złapią złaź złego złej złem złocie złodziei złom złomu złość
złośliwy złota złote złotko złoto złoty złożę złożone złożyć złóż złych złym złymi zmarł zmęczony zmiany zmiataj
zmienić zmierza zmieścić zmowie zmroku zmusić zmuszony zmuś zmyć zmykaj zmylić zmysły zmywać znacie znaczy znać znad
znają znajdę znajomo znak znaki znaków znaku znalazł znaleźć znali znał znam znamię znamy znana znane znani znany
znasz znieść znika znikła zniknął zniosę zniszczy zniżkę znosi znoszę znowu znów znudzony zobaczyć zombie zostać
zranić zresztą zrobił zrozum zrób zróbcie zróbmy zrujnuje zrywasz zrzucić zszedł zuch zupa zupełnie zupę zupy zwalczyć
zwalić zwalniam zwana zwanego zwany zwariuję zważając zwiać zwiad zwiał związek zwie zwierząt zwieść zwiększa zwijamy
zwinąć zwolnić zwój zwracać zwrot zwrócić zwycięży zwyczaj zwykle zysk zyskać zyski zysków zysku źrenice źródeł źródło
żaba żaby żaden żadna żadnego żadnych żagle żalem żalu żałobie żałosne żałować żałuję żarcie żart żartem żartów
żartuję żarty żąda żądam żądza żeberka żeby żebym żebyś żegnaj żelaza żeni żenić żenię żenisz żenujące żetony żołądek
żołnierz żona żonami żonaty żonę żonie żono żony żółta żółte żółty żółw żółwia żucia życia życie życiowe życiu życz
życzę życzysz żyją żyjący żyje żyjecie żyjemy żyjesz żyli żyliśmy żyła żyłach żyłam żyłem żyłeś żyłę żyło żyły żywa
żywcem żywe żywego żywej żywi żywić żywię żywności żywo żywot żywy żywych żywym
`
  .trim()
  .split(/\s+/);
