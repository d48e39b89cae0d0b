import { notFound } from '../../problems/common-problems.js';
import { Problem, problemKind } from '../../problems/problem.js';
import { refusalTable } from '../../problems/refusal-table.js';
import type { PasskeyRefusal } from './passkey.js';

export const passkeyNeeded = problemKind({
  slug: 'passkey-needed',
  status: 401,
  title: {
    en: 'Your passkey is needed too',
    fr: 'Il faut aussi votre clé d’accès',
    nl: 'Ook uw toegangssleutel is nodig',
    sv: 'Din lösennyckel behövs också',
    de: 'Auch Ihr Passkey wird gebraucht',
  },
  cure: {
    en: 'Have the browser answer the question in "passkey", and send its answer with the same address and password. If the device is lost, the system administrator can give you a new password, which removes the passkeys.',
    fr: 'Laissez le navigateur répondre à la question de « passkey » et envoyez sa réponse avec la même adresse et le même mot de passe. Si l’appareil est perdu, l’administrateur du système peut vous donner un nouveau mot de passe, ce qui retire les clés.',
    nl: 'Laat de browser de vraag in "passkey" beantwoorden en stuur het antwoord met hetzelfde adres en wachtwoord. Is het toestel kwijt, dan kan de systeembeheerder u een nieuw wachtwoord geven, waarmee de toegangssleutels verdwijnen.',
    sv: 'Låt webbläsaren svara på frågan i ”passkey” och skicka svaret med samma adress och lösenord. Är enheten borta kan systemadministratören ge dig ett nytt lösenord, vilket tar bort nycklarna.',
    de: 'Lassen Sie den Browser die Frage in „passkey“ beantworten und senden Sie die Antwort mit derselben Adresse und demselben Passwort. Ist das Gerät verloren, kann die Systemverwaltung Ihnen ein neues Passwort geben, womit die Passkeys entfernt werden.',
  },
});

const passkeyRefused = problemKind({
  slug: 'passkey-refused',
  status: 422,
  title: {
    en: 'This passkey does not let you in',
    fr: 'Cette clé d’accès ne vous laisse pas entrer',
    nl: 'Deze toegangssleutel laat u niet binnen',
    sv: 'Den här lösennyckeln släpper inte in dig',
    de: 'Dieser Passkey lässt Sie nicht ein',
  },
  cure: {
    en: 'Start again: each question is answered once and within ten minutes. If it stays, the passkey was removed here or belongs to somebody else: use your password.',
    fr: 'Recommencez : chaque question reçoit une seule réponse, dans les dix minutes. Si cela persiste, la clé a été retirée ici ou appartient à quelqu’un d’autre : utilisez votre mot de passe.',
    nl: 'Begin opnieuw: elke vraag wordt één keer en binnen tien minuten beantwoord. Blijft dit gebeuren, dan is de sleutel hier verwijderd of is hij van iemand anders: gebruik uw wachtwoord.',
    sv: 'Börja om: varje fråga besvaras en gång och inom tio minuter. Om det kvarstår har nyckeln tagits bort här eller tillhör någon annan: använd ditt lösenord.',
    de: 'Beginnen Sie neu: Jede Frage wird einmal und innerhalb von zehn Minuten beantwortet. Bleibt es dabei, wurde der Passkey hier entfernt oder gehört jemand anderem: Benutzen Sie Ihr Passwort.',
  },
});

const noPasskeysHere = problemKind({
  slug: 'no-passkeys-here',
  status: 409,
  title: {
    en: 'There are no passkeys at an address made of digits',
    fr: 'Il n’y a pas de clés d’accès à une adresse faite de chiffres',
    nl: 'Op een adres van cijfers zijn er geen toegangssleutels',
    sv: 'Det finns inga lösennycklar på en adress av siffror',
    de: 'Unter einer Adresse aus Ziffern gibt es keine Passkeys',
  },
  cure: {
    en: 'Browsers keep passkeys for a name such as coop.example. The system administrator gives the program one (PASSERELLE_BASE_URL). Until then use an authenticator app.',
    fr: 'Les navigateurs gardent les clés d’accès pour un nom comme coop.example. L’administrateur du système en donne un au programme (PASSERELLE_BASE_URL). En attendant, utilisez une application d’authentification.',
    nl: 'Browsers bewaren toegangssleutels voor een naam zoals coop.example. De systeembeheerder geeft het programma er een (PASSERELLE_BASE_URL). Gebruik tot dan een authenticatie-app.',
    sv: 'Webbläsare sparar lösennycklar för ett namn som coop.example. Systemadministratören ger programmet ett (PASSERELLE_BASE_URL). Använd en autentiseringsapp till dess.',
    de: 'Browser bewahren Passkeys für einen Namen wie coop.example auf. Die Systemverwaltung gibt dem Programm einen (PASSERELLE_BASE_URL). Benutzen Sie bis dahin eine Authentifizierungs-App.',
  },
});

export const wrongPassword = problemKind({
  slug: 'wrong-password',
  status: 422,
  title: {
    en: 'This is not your password',
    fr: 'Ce n’est pas votre mot de passe',
    nl: 'Dit is niet uw wachtwoord',
    sv: 'Det här är inte ditt lösenord',
    de: 'Das ist nicht Ihr Passwort',
  },
  cure: {
    en: 'Passkeys and your password are changed with the password you have, so that nobody does it at a computer you left open. Check it for typing mistakes.',
    fr: 'Les clés d’accès et le mot de passe se modifient avec votre mot de passe actuel, afin que personne ne le fasse sur un ordinateur laissé ouvert. Vérifiez la saisie.',
    nl: 'Toegangssleutels en uw wachtwoord worden gewijzigd met het wachtwoord dat u hebt, zodat niemand het doet op een computer die u open liet. Controleer het op typfouten.',
    sv: 'Lösennycklar och lösenordet ändras med det lösenord du har, så att ingen gör det på en dator du lämnat öppen. Kontrollera stavningen.',
    de: 'Passkeys und Passwort werden mit Ihrem jetzigen Passwort geändert, damit niemand es an einem offen gelassenen Rechner tut. Prüfen Sie es auf Tippfehler.',
  },
});

export const refusedPasskeys = refusalTable<PasskeyRefusal>({
  'no-passkeys-here': () => new Problem(noPasskeysHere),
  'passkey-refused': () => new Problem(passkeyRefused),
  'unknown-passkey': () => new Problem(notFound),
});
