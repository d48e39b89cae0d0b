import type { Words } from '../../language.js';
import { notFound } from '../../problems/common-problems.js';
import { Problem, problemKind } from '../../problems/problem.js';
import { refusalTable } from '../../problems/refusal-table.js';
import { anyRule } from '../../problems/rule-words.js';
import type { ApiKeyRefusal } from './api-key.js';

export const wrongKey = problemKind({
  slug: 'wrong-api-key',
  status: 401,
  title: {
    en: 'This API key opens nothing',
    fr: 'Cette clé d’API n’ouvre rien',
    nl: 'Deze API-sleutel opent niets',
    sv: 'Den här API-nyckeln öppnar ingenting',
    de: 'Dieser API-Schlüssel öffnet nichts',
  },
  cure: {
    en: 'It is unknown, has ended or was revoked. The system administrator makes a new one with "passerelle apikey create".',
    fr: 'Elle est inconnue, expirée ou révoquée. L’administrateur du système en crée une avec « passerelle apikey create ».',
    nl: 'Hij is onbekend, verlopen of ingetrokken. De systeembeheerder maakt een nieuwe met "passerelle apikey create".',
    sv: 'Den är okänd, har gått ut eller återkallats. Systemadministratören gör en ny med ”passerelle apikey create”.',
    de: 'Er ist unbekannt, abgelaufen oder widerrufen. Die Systemverwaltung erstellt einen neuen mit „passerelle apikey create“.',
  },
});

export const personNeeded = problemKind({
  slug: 'person-needed',
  status: 403,
  title: {
    en: 'Only a person who is signed in may do this',
    fr: 'Seule une personne connectée peut faire cela',
    nl: 'Alleen iemand die is aangemeld mag dit',
    sv: 'Bara en inloggad person får göra detta',
    de: 'Das darf nur eine angemeldete Person',
  },
  cure: {
    en: 'An API key stands for a program. What concerns one’s own account, and what a second person must approve, is done in the pages by somebody who has signed in.',
    fr: 'Une clé d’API représente un programme. Ce qui concerne son propre compte, et ce qu’une seconde personne doit approuver, se fait dans les pages par quelqu’un de connecté.',
    nl: 'Een API-sleutel staat voor een programma. Wat het eigen account betreft en wat een tweede persoon moet goedkeuren, doet iemand die op de pagina’s is aangemeld.',
    sv: 'En API-nyckel står för ett program. Det som gäller det egna kontot, och det som en andra person ska godkänna, görs på sidorna av någon som är inloggad.',
    de: 'Ein API-Schlüssel steht für ein Programm. Was das eigene Benutzerkonto betrifft und was eine zweite Person genehmigen muss, erledigt eine angemeldete Person auf den Seiten.',
  },
});

export const tooManyRequests = problemKind({
  slug: 'too-many-requests',
  status: 429,
  title: {
    en: 'Too many requests with API keys',
    fr: 'Trop de requêtes avec des clés d’API',
    nl: 'Te veel verzoeken met API-sleutels',
    sv: 'För många anrop med API-nycklar',
    de: 'Zu viele Anfragen mit API-Schlüsseln',
  },
  cure: {
    en: 'A key may ask 600 times a minute, and be wrong 30 times. The header "Retry-After" says after how many seconds to go on.',
    fr: 'Une clé permet 600 requêtes par minute, et 30 erreurs. L’en-tête « Retry-After » indique après combien de secondes continuer.',
    nl: 'Een sleutel mag 600 keer per minuut vragen en 30 keer fout zijn. De kop "Retry-After" zegt na hoeveel seconden u verder kunt.',
    sv: 'En nyckel får fråga 600 gånger i minuten och vara fel 30 gånger. HTTP-huvudet ”Retry-After” anger efter hur många sekunder du kan fortsätta.',
    de: 'Ein Schlüssel darf 600-mal je Minute fragen und 30-mal falsch sein. Die Kopfzeile „Retry-After“ nennt die Sekunden, nach denen es weitergeht.',
  },
});

const keyRefused = problemKind({
  slug: 'api-key-refused',
  status: 422,
  title: {
    en: 'This API key cannot be made',
    fr: 'Cette clé d’API ne peut pas être créée',
    nl: 'Deze API-sleutel kan niet worden gemaakt',
    sv: 'API-nyckeln kan inte skapas',
    de: 'Dieser API-Schlüssel kann nicht angelegt werden',
  },
  cure: {
    en: '"errors" says what stands in the way: a name that a key in use has, a scope that this program does not know, or too many days. No key has been made.',
    fr: '« errors » dit ce qui s’y oppose : un nom que porte une clé en service, un droit que ce programme ne connaît pas ou trop de jours. Aucune clé n’a été créée.',
    nl: '"errors" zegt wat in de weg staat: een naam die een sleutel in gebruik al heeft, een recht dat dit programma niet kent of te veel dagen. Er is geen sleutel gemaakt.',
    sv: '"errors" anger vad som hindrar: ett namn som en nyckel i bruk redan har, en rättighet som programmet inte känner till eller för många dagar. Ingen nyckel har skapats.',
    de: '„errors“ nennt das Hindernis: einen Namen, den ein gültiger Schlüssel schon hat, ein Recht, das dieses Programm nicht kennt, oder zu viele Tage. Es wurde kein Schlüssel angelegt.',
  },
});

const nameTaken: Words = {
  en: 'A key of this name is in use. Revoke it first, or choose another name.',
  fr: 'Une clé de ce nom est en service. Révoquez-la d’abord ou choisissez un autre nom.',
  nl: 'Een sleutel met deze naam is in gebruik. Trek die eerst in of kies een andere naam.',
  sv: 'En nyckel med det namnet är i bruk. Återkalla den först eller välj ett annat namn.',
  de: 'Ein Schlüssel dieses Namens ist gültig. Widerrufen Sie ihn zuerst oder wählen Sie einen anderen Namen.',
};

const at = (pointer: string, code: string, detail: Words): Problem =>
  new Problem(keyRefused, { errors: [{ pointer, code, detail }] });

export const refusedKeys = refusalTable<ApiKeyRefusal>({
  'bad-name': () => at('#/name', 'bad-name', anyRule),
  'no-scope': () => at('#/scopes', 'required', anyRule),
  'unknown-scope': ({ scope, known }) => at('#/scopes', 'unknown-scope', unknownScope(scope, known.join(', '))),
  'bad-days': () => at('#/days', 'bad-days', anyRule),
  'name-taken': () => at('#/name', 'name-taken', nameTaken),
  'unknown-key': () => new Problem(notFound),
});

const unknownScope = (scope: string, known: string): Words => ({
  en: `This program has no scope "${scope}". It has: ${known}.`,
  fr: `Ce programme n’a pas le droit « ${scope} ». Il a : ${known}.`,
  nl: `Dit programma kent het recht "${scope}" niet. Het kent: ${known}.`,
  sv: `Programmet har inte rättigheten "${scope}". Det har: ${known}.`,
  de: `Dieses Programm kennt das Recht „${scope}“ nicht. Es kennt: ${known}.`,
});
