import { problemKind } from '../problems/problem.js';

export const keyMissing = problemKind({
  slug: 'idempotency-key-missing',
  status: 400,
  title: {
    en: 'This request needs an Idempotency-Key',
    fr: 'Cette requête demande un en-tête Idempotency-Key',
    nl: 'Dit verzoek heeft een Idempotency-Key nodig',
    sv: 'Anropet behöver en Idempotency-Key',
    de: 'Diese Anfrage braucht einen Idempotency-Key',
  },
  cure: {
    en: 'Money or signatures move here. Send the header "Idempotency-Key" with a new random text of at most 200 visible characters, and the same text when you send the same request again: then it acts only once.',
    fr: 'De l’argent ou des signatures sont en jeu. Envoyez l’en-tête « Idempotency-Key » avec un nouveau texte aléatoire d’au plus 200 caractères visibles, et le même texte si vous renvoyez la même requête : elle n’agira qu’une fois.',
    nl: 'Hier bewegen geld of handtekeningen. Stuur de kop "Idempotency-Key" met een nieuwe willekeurige tekst van hoogstens 200 zichtbare tekens, en dezelfde tekst wanneer u hetzelfde verzoek opnieuw stuurt: dan werkt het maar één keer.',
    sv: 'Här flyttas pengar eller underskrifter. Skicka HTTP-huvudet ”Idempotency-Key” med en ny slumpmässig text på högst 200 synliga tecken, och samma text om du skickar samma anrop igen: då verkar det bara en gång.',
    de: 'Hier bewegen sich Geld oder Unterschriften. Senden Sie die Kopfzeile „Idempotency-Key“ mit einem neuen zufälligen Text von höchstens 200 sichtbaren Zeichen und denselben Text, wenn Sie dieselbe Anfrage erneut senden: Dann wirkt sie nur einmal.',
  },
});

export const keyUsedOtherwise = problemKind({
  slug: 'idempotency-key-used-otherwise',
  status: 422,
  title: {
    en: 'This Idempotency-Key belongs to another request',
    fr: 'Cet Idempotency-Key appartient à une autre requête',
    nl: 'Deze Idempotency-Key hoort bij een ander verzoek',
    sv: 'Denna Idempotency-Key hör till ett annat anrop',
    de: 'Dieser Idempotency-Key gehört zu einer anderen Anfrage',
  },
  cure: {
    en: 'The key was used with another address or another body. Nothing was done. Use a new key for a new intent.',
    fr: 'La clé a servi avec une autre adresse ou un autre contenu. Rien n’a été fait. Prenez une nouvelle clé pour une nouvelle intention.',
    nl: 'De sleutel is gebruikt met een ander adres of een andere inhoud. Er is niets gedaan. Gebruik een nieuwe sleutel voor een nieuwe bedoeling.',
    sv: 'Nyckeln har använts med en annan adress eller ett annat innehåll. Inget har gjorts. Använd en ny nyckel för en ny avsikt.',
    de: 'Der Schlüssel wurde mit einer anderen Adresse oder einem anderen Inhalt benutzt. Nichts wurde getan. Nehmen Sie für ein neues Vorhaben einen neuen Schlüssel.',
  },
});

export const stillRunning = problemKind({
  slug: 'request-still-running',
  status: 409,
  title: {
    en: 'The same request is still being worked on',
    fr: 'La même requête est encore en cours',
    nl: 'Hetzelfde verzoek is nog in behandeling',
    sv: 'Samma anrop behandlas fortfarande',
    de: 'Dieselbe Anfrage wird noch bearbeitet',
  },
  cure: {
    en: 'Wait a second and send it again with the same key: you will get the answer of the first.',
    fr: 'Attendez une seconde et renvoyez-la avec la même clé : vous recevrez la réponse de la première.',
    nl: 'Wacht een seconde en stuur het opnieuw met dezelfde sleutel: u krijgt het antwoord van het eerste.',
    sv: 'Vänta en sekund och skicka det igen med samma nyckel: du får svaret på det första.',
    de: 'Warten Sie eine Sekunde und senden Sie sie mit demselben Schlüssel erneut: Sie erhalten die Antwort der ersten.',
  },
});
