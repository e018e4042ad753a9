/** What is told about data, in three languages: what it is, and what to do. `{value}` is filled in. */
export const MESSAGES = {
  'bad-date': {
    en: ['A date could not be understood: {value}.', 'The date was left empty. Tell the maintainer of the curriculum.'],
    fi: ['Päivämäärää ei ymmärretty: {value}.', 'Päivämäärä jäi tyhjäksi. Kerro opetussuunnitelman ylläpitäjälle.'],
    sv: ['Ett datum gick inte att tolka: {value}.', 'Datumet lämnades tomt. Meddela den som upprätthåller läroplanen.'],
  },
  'bad-number': {
    en: ['A number was expected here: {value}.', 'The value was left empty. Check it in the source.'],
    fi: ['Tässä pitäisi olla luku: {value}.', 'Arvo jäi tyhjäksi. Tarkista se lähteestä.'],
    sv: ['Här borde stå ett tal: {value}.', 'Värdet lämnades tomt. Kontrollera det i källan.'],
  },
  'cut-off': {
    en: ['The file ends in the middle (line {value}).', 'Download the file again; the transfer was probably interrupted.'],
    fi: ['Tiedosto loppuu kesken (rivi {value}).', 'Lataa tiedosto uudelleen: siirto on luultavasti katkennut.'],
    sv: ['Filen slutar mitt i (rad {value}).', 'Ladda ner filen på nytt: överföringen har troligen avbrutits.'],
  },
  'dangerous-html': {
    en: ['A text contained program code or other forbidden markup, which was removed.', 'Check the text in the source; nothing else needs to be done.'],
    fi: ['Tekstissä oli ohjelmakoodia tai muuta kiellettyä merkintää. Se poistettiin.', 'Tarkista teksti lähteestä; muuta ei tarvitse tehdä.'],
    sv: ['En text innehöll programkod eller annan förbjuden märkning som togs bort.', 'Kontrollera texten i källan; annat behöver inte göras.'],
  },
  'duplicate-key': {
    en: ['Two parts carry the same identifier: {value}.', 'Both were read; the later one got a longer key. Its history may not follow it.'],
    fi: ['Kahdella osalla on sama tunniste: {value}.', 'Molemmat luettiin; jälkimmäinen sai pidemmän avaimen. Sen muutoshistoria voi katketa.'],
    sv: ['Två delar har samma identifierare: {value}.', 'Båda lästes; den senare fick en längre nyckel. Dess ändringshistorik kan brytas.'],
  },
  empty: {
    en: ['The file is empty.', 'Download the file again.'],
    fi: ['Tiedosto on tyhjä.', 'Lataa tiedosto uudelleen.'],
    sv: ['Filen är tom.', 'Ladda ner filen på nytt.'],
  },
  encoding: {
    en: ['The file is not UTF-8; it was read as Windows-1252.', 'Check that the letters ä, ö and å are right.'],
    fi: ['Tiedosto ei ole UTF-8-muotoinen; se luettiin Windows-1252-muotoisena.', 'Tarkista, että ä, ö ja å näkyvät oikein.'],
    sv: ['Filen är inte UTF-8; den lästes som Windows-1252.', 'Kontrollera att å, ä och ö visas rätt.'],
  },
  'image-left-out': {
    en: ['A picture in a text was left out; its alternative text was kept.', 'Look at the picture in the source, if it is needed.'],
    fi: ['Tekstin kuva jätettiin pois; sen tekstivastine säilyi.', 'Katso kuva tarvittaessa lähteestä.'],
    sv: ['En bild i en text utelämnades; dess alternativa text behölls.', 'Se bilden i källan vid behov.'],
  },
  'missing-language': {
    en: ['The curriculum says it is in {value}, but has no text in it.', 'Texts are shown in another language where this one is missing.'],
    fi: ['Opetussuunnitelman kieleksi on ilmoitettu {value}, mutta sen tekstejä ei ole.', 'Puuttuvien tekstien sijaan näytetään toisen kielen tekstit.'],
    sv: ['Läroplanen uppges vara på {value}, men texterna saknas.', 'Där språket saknas visas texterna på ett annat språk.'],
  },
  'missing-name': {
    en: ['A part has no name.', 'It was read and shown by its code or place. Tell the maintainer of the curriculum.'],
    fi: ['Osalla ei ole nimeä.', 'Osa luettiin ja näytetään koodillaan tai paikallaan. Kerro opetussuunnitelman ylläpitäjälle.'],
    sv: ['En del saknar namn.', 'Delen lästes och visas med sin kod eller plats. Meddela den som upprätthåller läroplanen.'],
  },
  'more-findings': {
    en: ['There is more to tell than is told here.', 'Correct the first ones and read the file again.'],
    fi: ['Huomioita on enemmän kuin tässä näytetään.', 'Korjaa ensimmäiset ja lue tiedosto uudelleen.'],
    sv: ['Det finns fler anmärkningar än vad som visas här.', 'Rätta de första och läs filen på nytt.'],
  },
  'no-content': {
    en: ['The curriculum has neither subjects nor texts.', 'Check that the whole curriculum was downloaded, not only its title data.'],
    fi: ['Opetussuunnitelmassa ei ole oppiaineita eikä tekstejä.', 'Tarkista, että latasit koko opetussuunnitelman etkä vain sen perustietoja.'],
    sv: ['Läroplanen har varken läroämnen eller texter.', 'Kontrollera att hela läroplanen laddades ner, inte bara dess grunduppgifter.'],
  },
  'not-a-curriculum': {
    en: ['This is not a curriculum but {value}.', 'Choose a file from “peruste” or “opetussuunnitelma” of ePerusteet.'],
    fi: ['Tämä ei ole opetussuunnitelma vaan {value}.', 'Valitse ePerusteiden peruste- tai opetussuunnitelmatiedosto.'],
    sv: ['Det här är ingen läroplan utan {value}.', 'Välj en läroplansfil från ePerusteet.'],
  },
  'not-found': {
    en: ['There is no such file: {value}.', 'Check the path.'],
    fi: ['Tiedostoa ei ole: {value}.', 'Tarkista polku.'],
    sv: ['Filen finns inte: {value}.', 'Kontrollera sökvägen.'],
  },
  'not-json': {
    en: ['The file is not valid JSON (line {value}).', 'Download the file again, or undo what was changed in it by hand.'],
    fi: ['Tiedosto ei ole kelvollista JSONia (rivi {value}).', 'Lataa tiedosto uudelleen tai peru siihen käsin tehdyt muutokset.'],
    sv: ['Filen är inte giltig JSON (rad {value}).', 'Ladda ner filen på nytt eller ångra det som ändrats för hand.'],
  },
  'read-as-text': {
    en: ['A part of an unknown kind was read as text alone: {value}.', 'Nothing, unless its structure is needed: then tell us of the curriculum.'],
    fi: ['Tuntemattoman osan tekstit luettiin, rakennetta ei: {value}.', 'Ei mitään, ellet tarvitse rakennetta: kerro silloin meille opetussuunnitelmasta.'],
    sv: ['Av en okänd del lästes texterna men inte strukturen: {value}.', 'Inget, om strukturen inte behövs: berätta i så fall för oss om läroplanen.'],
  },
  'too-deep': {
    en: ['The data is nested deeper than any curriculum ({value} levels).', 'The file is damaged or was not made by ePerusteet.'],
    fi: ['Tiedot ovat sisäkkäin syvemmällä kuin missään opetussuunnitelmassa ({value} tasoa).', 'Tiedosto on vioittunut tai muun kuin ePerusteiden tekemä.'],
    sv: ['Uppgifterna är kapslade djupare än i någon läroplan ({value} nivåer).', 'Filen är skadad eller inte gjord av ePerusteet.'],
  },
  'too-large': {
    en: ['The file is larger than is read ({value}).', 'No curriculum is this large. Check that you chose the right file.'],
    fi: ['Tiedosto on suurempi kuin luetaan ({value}).', 'Mikään opetussuunnitelma ei ole näin suuri. Tarkista, että valitsit oikean tiedoston.'],
    sv: ['Filen är större än vad som läses ({value}).', 'Ingen läroplan är så här stor. Kontrollera att du valde rätt fil.'],
  },
  'too-long': {
    en: ['A text is longer than any in a curriculum ({value} letters); it was left out.', 'Check the text in the source.'],
    fi: ['Teksti on pidempi kuin missään opetussuunnitelmassa ({value} merkkiä); se jätettiin pois.', 'Tarkista teksti lähteestä.'],
    sv: ['En text är längre än i någon läroplan ({value} tecken); den lämnades bort.', 'Kontrollera texten i källan.'],
  },
  'unknown-language': {
    en: ['A text is in a language that is not known here: {value}.', 'The other languages were read.'],
    fi: ['Teksti on kielellä, jota ei tunneta: {value}.', 'Muut kielet luettiin.'],
    sv: ['En text är på ett okänt språk: {value}.', 'De andra språken lästes.'],
  },
  'unknown-part': {
    en: ['A part of the curriculum is not known and was not read: {value}.', 'Nothing, unless you need this part: then tell us of the curriculum.'],
    fi: ['Osaa ei tunneta eikä sitä luettu: {value}.', 'Ei mitään, ellet tarvitse osaa: kerro silloin meille opetussuunnitelmasta.'],
    sv: ['En del är okänd och lästes inte: {value}.', 'Inget, om du inte behöver delen: berätta i så fall för oss om läroplanen.'],
  },
  'unresolved-reference': {
    en: ['A part refers to something that is not in the curriculum: {value}.', 'The reference was kept as it is. Check it in the source.'],
    fi: ['Osa viittaa johonkin, mitä opetussuunnitelmassa ei ole: {value}.', 'Viittaus säilytettiin sellaisenaan. Tarkista se lähteestä.'],
    sv: ['En del hänvisar till något som inte finns i läroplanen: {value}.', 'Hänvisningen behölls som den är. Kontrollera den i källan.'],
  },
  'without-language': {
    en: ['A text does not say its language; it was taken for Finnish.', 'Check the text.'],
    fi: ['Tekstin kieltä ei kerrota; se luettiin suomeksi.', 'Tarkista teksti.'],
    sv: ['Textens språk framgår inte; den lästes som finska.', 'Kontrollera texten.'],
  },
  'wrong-kind': {
    en: ['There is {value} where something else was expected.', 'The part was left out. Tell the maintainer of the curriculum.'],
    fi: ['Tässä on {value}, vaikka pitäisi olla jotain muuta.', 'Osa jäi lukematta. Kerro opetussuunnitelman ylläpitäjälle.'],
    sv: ['Här finns {value} i stället för något annat.', 'Delen lämnades bort. Meddela den som upprätthåller läroplanen.'],
  },
  // Of the connector.
  'bad-address': {
    en: ['The address or the id of the curriculum is not one that can be asked: {value}.', 'Correct the setting.'],
    fi: ['Osoite tai opetussuunnitelman tunnus on virheellinen: {value}.', 'Korjaa asetus.'],
    sv: ['Adressen eller läroplanens id är felaktigt: {value}.', 'Rätta inställningen.'],
  },
  'cache-failed': {
    en: ['The copy kept of the curriculum could not be used ({value}).', 'Check the folder of the copies; the curriculum itself was fetched.'],
    fi: ['Opetussuunnitelmasta säilytettyä kopiota ei voitu käyttää ({value}).', 'Tarkista kopioiden kansio; itse opetussuunnitelma haettiin.'],
    sv: ['Den sparade kopian av läroplanen kunde inte användas ({value}).', 'Kontrollera mappen för kopior; själva läroplanen hämtades.'],
  },
  'service-down': {
    en: ['The service did not answer properly ({value}).', 'Try again later.'],
    fi: ['Palvelu ei vastannut kunnolla ({value}).', 'Yritä myöhemmin uudelleen.'],
    sv: ['Tjänsten svarade inte ordentligt ({value}).', 'Försök igen senare.'],
  },
  'service-refused': {
    en: ['The service refused the request ({value}).', 'Check the caller’s identification (Caller-Id) and the address.'],
    fi: ['Palvelu hylkäsi pyynnön ({value}).', 'Tarkista kutsujan tunniste (Caller-Id) ja osoite.'],
    sv: ['Tjänsten avvisade begäran ({value}).', 'Kontrollera anroparens identifierare (Caller-Id) och adressen.'],
  },
  'service-unknown-id': {
    en: ['The service knows no published curriculum with the id {value}.', 'Check the id; it is in the address of the curriculum’s page.'],
    fi: ['Palvelu ei tunne julkaistua opetussuunnitelmaa, jonka tunnus on {value}.', 'Tarkista tunnus; se näkyy opetussuunnitelman sivun osoitteessa.'],
    sv: ['Tjänsten känner ingen publicerad läroplan med id {value}.', 'Kontrollera id; det syns i adressen till läroplanens sida.'],
  },
} as const satisfies Record<string, Record<'en' | 'fi' | 'sv', readonly [what: string, advice: string]>>;
