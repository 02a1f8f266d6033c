/** Common Polish first names and surnames, as the statistics of the state register list them; combined at random. */
export const womenNames =
  "Anna Katarzyna Maria Małgorzata Agnieszka Barbara Ewa Krystyna Elżbieta Magdalena Joanna Zofia Aleksandra Teresa Danuta Monika Natalia Julia Karolina Marta Beata Dorota Halina Jadwiga Janina Alicja Jolanta Grażyna Iwona Irena Paulina Justyna Zuzanna Bożena Wiktoria Urszula Sylwia Hanna Stanisława Wanda Renata Łucja Żaneta Świętosława".split(
    " ",
  );
export const menNames =
  "Piotr Krzysztof Tomasz Andrzej Paweł Jan Marcin Jakub Michał Adam Łukasz Marek Grzegorz Mateusz Stanisław Wojciech Mariusz Dariusz Zbigniew Jerzy Rafał Maciej Robert Kamil Jacek Dawid Ryszard Szymon Kacper Tadeusz Henryk Kazimierz Zdzisław Sławomir Arkadiusz Mirosław Bogdan Wiesław Roman Edward Bolesław Żelisław".split(
    " ",
  );
const stems =
  "Nowak Kowal Wiśniew Wójcik Kamiń Lewandow Zieliń Szymań Woźniak Dąbrow Kozłow Mazur Jankow Kwiatkow Kaczmar Krawczyk Piotrow Grabow Zając Pawłow Michal Król Wieczor Jabłoń Wróbel Stępień Malinow Górec Rut Sikor Baran Szewczyk Ostrow Tomasz Pietrzak Marciniak Wróblew Zalew Jakub Sadow Bąk Chmiel Włodarczyk Borow Czarnec Sawic Sokołow Urbań Kubiak Maciejew Szczepań Kucharz Wilk Kalinow Lis Mazurek Wysoc Adam Kaźmierczak Sobczak Czerwiń Andrzejew Cieślak Głow Zakrzew Kołodziej Krajew Gajew Szymczak Laskow Ziółkow Żółtasz Brzęczyszczykiew Gżegżółk Dzięgielew".split(
    " ",
  );
const endings = { M: ["ski", "cki", "czyk", "ek", "", "icz"], F: ["ska", "cka", "czyk", "ek", "", "icz"] };

/** Surnames of both sexes, some 450 each. */
export const surnames = {
  F: stems.flatMap((stem) => endings.F.map((ending) => stem + ending)),
  M: stems.flatMap((stem) => endings.M.map((ending) => stem + ending)),
};
export const aliases =
  "Broda Czapka Rudy Długi Mały Siwy Dziadek Profesor Kapitan Marynarz Gruby Chudy Kulawy Wąs Babcia Ruda Biały Góral Kozak Lalka Mecenas Doktor Bosman Sokół Wilk Iskra Żaba Śruba Łata Ćma".split(
    " ",
  );
