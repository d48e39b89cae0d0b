import { problemKind } from './problem.js';

/** Problems any program may answer, whatever its rooms. */

export const brokenBody = problemKind({
  slug: 'broken-body',
  status: 400,
  title: {
    en: 'The body of the request cannot be read',
    fr: 'Le corps de la requête est illisible',
    nl: 'De inhoud van het verzoek is onleesbaar',
    sv: 'Anropets innehåll kan inte läsas',
    de: 'Der Inhalt der Anfrage ist nicht lesbar',
  },
  cure: {
    en: 'What was sent is not well-formed, or was cut off. Send one complete JSON value in UTF-8.',
    fr: 'Ce qui a été envoyé est mal formé ou a été coupé. Envoyez une valeur JSON complète en UTF-8.',
    nl: 'Wat verzonden is, is niet goed gevormd of is afgebroken. Stuur één volledige JSON-waarde in UTF-8.',
    sv: 'Det som skickades är felaktigt utformat eller avbrutet. Skicka ett fullständigt JSON-värde i UTF-8.',
    de: 'Das Gesendete ist fehlerhaft aufgebaut oder abgeschnitten. Senden Sie einen vollständigen JSON-Wert in UTF-8.',
  },
});

export const invalidRequest = problemKind({
  slug: 'invalid-request',
  status: 400,
  title: {
    en: 'Some fields need another look',
    fr: 'Certains champs sont à revoir',
    nl: 'Enkele velden moeten nagekeken worden',
    sv: 'Några fält behöver ses över',
    de: 'Einige Felder müssen geprüft werden',
  },
  cure: {
    en: 'Each entry of "errors" names the field and the rule it breaks. Correct those fields and send the request again; nothing has been kept.',
    fr: 'Chaque entrée de « errors » nomme le champ et la règle non respectée. Corrigez ces champs et renvoyez la requête ; rien n’a été conservé.',
    nl: 'Elke regel van "errors" noemt het veld en de regel waaraan het niet voldoet. Verbeter die velden en stuur opnieuw; er is niets bewaard.',
    sv: 'Varje post i ”errors” anger fältet och regeln som bryts. Rätta fälten och skicka igen; inget har sparats.',
    de: 'Jeder Eintrag von „errors“ nennt das Feld und die verletzte Regel. Berichtigen Sie diese Felder und senden Sie erneut; nichts wurde gespeichert.',
  },
});

export const malformedAddress = problemKind({
  slug: 'malformed-address',
  status: 400,
  title: {
    en: 'The address is not well-formed',
    fr: 'L’adresse est mal formée',
    nl: 'Het adres is niet goed gevormd',
    sv: 'Adressen är felaktigt utformad',
    de: 'Die Adresse ist fehlerhaft aufgebaut',
  },
  cure: {
    en: 'A percent sign in the address is not followed by a valid UTF-8 sequence. Encode each part of the address once.',
    fr: 'Un signe pour cent de l’adresse n’est pas suivi d’une séquence UTF-8 valable. Encodez chaque partie une fois.',
    nl: 'Een procentteken in het adres wordt niet gevolgd door een geldige UTF-8-reeks. Codeer elk deel één keer.',
    sv: 'Ett procenttecken i adressen följs inte av en giltig UTF-8-sekvens. Koda varje del en gång.',
    de: 'Auf ein Prozentzeichen der Adresse folgt keine gültige UTF-8-Sequenz. Kodieren Sie jeden Teil einmal.',
  },
});

export const noSuchRoute = problemKind({
  slug: 'no-such-route',
  status: 404,
  title: {
    en: 'There is nothing at this address',
    fr: 'Il n’y a rien à cette adresse',
    nl: 'Op dit adres is niets te vinden',
    sv: 'Det finns inget på den här adressen',
    de: 'Unter dieser Adresse gibt es nichts',
  },
  cure: {
    en: 'Check the spelling. All addresses of this program are listed at /api/docs.',
    fr: 'Vérifiez l’orthographe. Toutes les adresses de ce programme figurent sur /api/docs.',
    nl: 'Controleer de spelling. Alle adressen van dit programma staan op /api/docs.',
    sv: 'Kontrollera stavningen. Programmets alla adresser finns på /api/docs.',
    de: 'Prüfen Sie die Schreibweise. Alle Adressen dieses Programms stehen unter /api/docs.',
  },
});

export const notFound = problemKind({
  slug: 'not-found',
  status: 404,
  title: {
    en: 'Not found, or not yours to see',
    fr: 'Introuvable, ou hors de votre accès',
    nl: 'Niet gevonden, of niet voor u toegankelijk',
    sv: 'Hittades inte, eller inte tillgänglig för dig',
    de: 'Nicht gefunden oder für Sie nicht einsehbar',
  },
  cure: {
    en: 'Either no such thing exists or it belongs to somebody else. Open it from your own list, or ask your cooperative.',
    fr: 'Soit cela n’existe pas, soit cela appartient à quelqu’un d’autre. Ouvrez-le depuis votre liste ou demandez à votre coopérative.',
    nl: 'Het bestaat niet of het is van iemand anders. Open het vanuit uw eigen lijst of vraag het aan uw coöperatie.',
    sv: 'Antingen finns det inte eller så tillhör det någon annan. Öppna det från din egen lista eller fråga kooperativet.',
    de: 'Entweder gibt es das nicht oder es gehört jemand anderem. Öffnen Sie es aus Ihrer Liste oder fragen Sie Ihre Genossenschaft.',
  },
});

export const methodNotAllowed = problemKind({
  slug: 'method-not-allowed',
  status: 405,
  title: {
    en: 'This address does not take that method',
    fr: 'Cette adresse n’accepte pas cette méthode',
    nl: 'Dit adres aanvaardt die methode niet',
    sv: 'Adressen tar inte emot den metoden',
    de: 'Diese Adresse nimmt diese Methode nicht an',
  },
  cure: {
    en: 'The header "Allow" of the answer lists the methods that the address takes.',
    fr: 'L’en-tête « Allow » de la réponse énumère les méthodes acceptées.',
    nl: 'De kop "Allow" van het antwoord noemt de methoden die het adres aanvaardt.',
    sv: 'Svarets HTTP-huvud ”Allow” anger vilka metoder adressen tar emot.',
    de: 'Die Kopfzeile „Allow“ der Antwort nennt die Methoden, die die Adresse annimmt.',
  },
});

export const bodyTooLarge = problemKind({
  slug: 'body-too-large',
  status: 413,
  title: {
    en: 'What you sent is too large',
    fr: 'L’envoi est trop volumineux',
    nl: 'Wat u stuurde is te groot',
    sv: 'Det du skickade är för stort',
    de: 'Das Gesendete ist zu groß',
  },
  cure: {
    en: 'Send less at once, for example one file or one month at a time. The limit is in the problem itself.',
    fr: 'Envoyez moins à la fois, par exemple un fichier ou un mois. La limite figure dans le problème.',
    nl: 'Stuur minder in één keer, bijvoorbeeld één bestand of één maand. De grens staat in het probleem zelf.',
    sv: 'Skicka mindre åt gången, till exempel en fil eller en månad. Gränsen står i själva problemet.',
    de: 'Senden Sie weniger auf einmal, etwa eine Datei oder einen Monat. Die Grenze steht im Problem selbst.',
  },
});

export const unsupportedMediaType = problemKind({
  slug: 'unsupported-media-type',
  status: 415,
  title: {
    en: 'This address does not read that kind of content',
    fr: 'Cette adresse ne lit pas ce type de contenu',
    nl: 'Dit adres leest dat soort inhoud niet',
    sv: 'Adressen läser inte den typen av innehåll',
    de: 'Diese Adresse liest diese Art von Inhalt nicht',
  },
  cure: {
    en: 'Name the kind of content in the header "Content-Type"; most addresses read application/json in UTF-8 only.',
    fr: 'Indiquez le type dans l’en-tête « Content-Type » ; la plupart des adresses ne lisent que application/json en UTF-8.',
    nl: 'Noem het soort inhoud in de kop "Content-Type"; de meeste adressen lezen enkel application/json in UTF-8.',
    sv: 'Ange innehållets typ i HTTP-huvudet ”Content-Type”; de flesta adresser läser bara application/json i UTF-8.',
    de: 'Nennen Sie die Art in der Kopfzeile „Content-Type“; die meisten Adressen lesen nur application/json in UTF-8.',
  },
});

export const requestRefused = problemKind({
  slug: 'request-refused',
  status: 400,
  title: {
    en: 'The request cannot be answered as it was sent',
    fr: 'La requête ne peut être traitée telle quelle',
    nl: 'Het verzoek kan zo niet beantwoord worden',
    sv: 'Anropet kan inte besvaras som det skickades',
    de: 'Die Anfrage kann so nicht beantwortet werden',
  },
  cure: {
    en: 'Compare the request with /api/docs. When it looks right, give its trace id to the system administrator.',
    fr: 'Comparez la requête avec /api/docs. Si elle semble correcte, donnez son « traceId » à l’administrateur du système.',
    nl: 'Vergelijk het verzoek met /api/docs. Lijkt het juist, geef dan het "traceId" aan de systeembeheerder.',
    sv: 'Jämför anropet med /api/docs. Ser det rätt ut, ge dess ”traceId” till systemadministratören.',
    de: 'Vergleichen Sie die Anfrage mit /api/docs. Wirkt sie richtig, geben Sie die „traceId“ der Systemverwaltung.',
  },
});

export const noValueOnDay = problemKind({
  slug: 'no-value-on-day',
  status: 422,
  title: {
    en: 'Nothing is known for that day',
    fr: 'Rien n’est connu pour ce jour',
    nl: 'Voor die dag is niets bekend',
    sv: 'Inget är känt för den dagen',
    de: 'Für diesen Tag ist nichts bekannt',
  },
  cure: {
    en: '"what" names a figure of law or a decision of the cooperative that has no value on the day "on". Look at the dates you gave; if they are right, ask the cooperative to decide it or to install the release that knows it.',
    fr: '« what » nomme un paramètre légal ou une décision de la coopérative sans valeur au jour « on ». Vérifiez les dates données ; si elles sont justes, demandez à la coopérative d’en décider ou d’installer la version qui le connaît.',
    nl: '"what" noemt een wettelijke parameter of een besluit van de coöperatie zonder waarde op de dag "on". Kijk de opgegeven datums na; kloppen ze, vraag de coöperatie dan het te beslissen of de versie te installeren die het kent.',
    sv: '”what” anger en parameter i lagen eller ett beslut av kooperativet som saknar värde dagen ”on”. Se över datumen; om de stämmer, be kooperativet besluta eller installera den version som känner till värdet.',
    de: '„what“ nennt eine gesetzliche Kennzahl oder einen Beschluss der Genossenschaft ohne Wert am Tag „on“. Prüfen Sie die Daten; stimmen sie, bitten Sie die Genossenschaft, darüber zu beschließen oder die Version zu installieren, die sie kennt.',
  },
});

export const internalError = problemKind({
  slug: 'internal-error',
  status: 500,
  title: {
    en: 'Something went wrong on our side',
    fr: 'Une erreur s’est produite de notre côté',
    nl: 'Er ging iets mis aan onze kant',
    sv: 'Något gick fel hos oss',
    de: 'Bei uns ist etwas schiefgegangen',
  },
  cure: {
    en: 'Nothing of the request was kept. Try again; if it stays, give the trace id to the system administrator, who finds the cause in the log.',
    fr: 'Rien de la requête n’a été conservé. Réessayez ; si cela persiste, donnez le « traceId » à l’administrateur du système, qui trouvera la cause dans le journal.',
    nl: 'Van het verzoek is niets bewaard. Probeer opnieuw; blijft dit gebeuren, geef dan het "traceId" aan de systeembeheerder, die de oorzaak in het logboek vindt.',
    sv: 'Inget av anropet har sparats. Försök igen; om det kvarstår, ge ”traceId” till systemadministratören som hittar orsaken i loggen.',
    de: 'Von der Anfrage wurde nichts gespeichert. Versuchen Sie es erneut; bleibt es dabei, geben Sie die „traceId“ der Systemverwaltung, die die Ursache im Protokoll findet.',
  },
});

export const nothingKept = problemKind({
  slug: 'nothing-kept',
  status: 503,
  title: {
    en: 'Nothing can be kept just now',
    fr: 'Rien ne peut être conservé pour le moment',
    nl: 'Er kan nu niets bewaard worden',
    sv: 'Inget kan sparas just nu',
    de: 'Zurzeit kann nichts gespeichert werden',
  },
  cure: {
    en: 'The database has no room, or does not answer. Nothing of the request was kept. Try again in a few minutes; if it stays, tell the system administrator.',
    fr: 'La base de données n’a plus de place ou ne répond pas. Rien de la requête n’a été conservé. Réessayez dans quelques minutes ; si cela persiste, prévenez l’administrateur du système.',
    nl: 'De database heeft geen ruimte meer of antwoordt niet. Van het verzoek is niets bewaard. Probeer over enkele minuten opnieuw; blijft dit gebeuren, verwittig dan de systeembeheerder.',
    sv: 'Databasen har inget utrymme kvar eller svarar inte. Inget av anropet har sparats. Försök igen om några minuter; om det kvarstår, säg till systemadministratören.',
    de: 'Die Datenbank hat keinen Platz mehr oder antwortet nicht. Von der Anfrage wurde nichts gespeichert. Versuchen Sie es in einigen Minuten erneut; bleibt es dabei, sagen Sie der Systemverwaltung Bescheid.',
  },
});
