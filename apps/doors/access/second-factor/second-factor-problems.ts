import { notFound } from '../../problems/common-problems.js';
import { Problem, problemKind } from '../../problems/problem.js';
import { refusalTable } from '../../problems/refusal-table.js';
import { passkeyNeeded, refusedPasskeys } from '../passkeys/passkey-problems.js';
import type { SecondFactorRefusal } from './second-factor.js';

const codeNeeded = problemKind({
  slug: 'code-needed',
  status: 401,
  title: {
    en: 'The code of your authenticator app is needed too',
    fr: 'Il faut aussi le code de votre application d’authentification',
    nl: 'Ook de code van uw authenticatie-app is nodig',
    sv: 'Koden från din autentiseringsapp behövs också',
    de: 'Auch der Code Ihrer Authentifizierungs-App wird gebraucht',
  },
  cure: {
    en: 'Send the six digits that the app shows now as "code", with the same address and password.',
    fr: 'Envoyez comme « code » les six chiffres que l’application affiche maintenant, avec la même adresse et le même mot de passe.',
    nl: 'Stuur de zes cijfers die de app nu toont als "code", met hetzelfde adres en wachtwoord.',
    sv: 'Skicka de sex siffror som appen visar nu som ”code”, med samma adress och lösenord.',
    de: 'Senden Sie die sechs Ziffern, die die App jetzt zeigt, als „code“, mit derselben Adresse und demselben Passwort.',
  },
});

const wrongCode = problemKind({
  slug: 'wrong-code',
  status: 422,
  title: {
    en: 'This code is wrong, over, or was used before',
    fr: 'Ce code est faux, expiré ou a déjà servi',
    nl: 'Deze code is fout, verlopen of al gebruikt',
    sv: 'Koden är fel, har gått ut eller har redan använts',
    de: 'Dieser Code ist falsch, abgelaufen oder wurde schon benutzt',
  },
  cure: {
    en: 'Wait for the next code and check that the clock of your telephone is right. If the telephone is lost, the system administrator can give you a new password, which removes the app.',
    fr: 'Attendez le code suivant et vérifiez l’heure de votre téléphone. S’il est perdu, l’administrateur peut vous donner un nouveau mot de passe, ce qui retire l’application.',
    nl: 'Wacht op de volgende code en controleer of de klok van uw telefoon juist staat. Is de telefoon kwijt, dan kan de systeembeheerder u een nieuw wachtwoord geven, waarmee de app verdwijnt.',
    sv: 'Vänta på nästa kod och kontrollera telefonens klocka. Är telefonen borta kan systemadministratören ge dig ett nytt lösenord, vilket tar bort appen.',
    de: 'Warten Sie auf den nächsten Code und prüfen Sie die Uhr Ihres Telefons. Ist es verloren, kann die Systemverwaltung Ihnen ein neues Passwort geben, womit die App entfernt wird.',
  },
});

const hasFactor = problemKind({
  slug: 'has-second-factor',
  status: 409,
  title: {
    en: 'There is an authenticator app already',
    fr: 'Une application d’authentification est déjà configurée',
    nl: 'Er is al een authenticatie-app ingesteld',
    sv: 'Det finns redan en autentiseringsapp',
    de: 'Es ist schon eine Authentifizierungs-App eingerichtet',
  },
  cure: {
    en: 'Remove it first, with a code of it.',
    fr: 'Retirez-la d’abord, avec un de ses codes.',
    nl: 'Verwijder die eerst, met een code ervan.',
    sv: 'Ta först bort den, med en av dess koder.',
    de: 'Entfernen Sie sie zuerst, mit einem ihrer Codes.',
  },
});

export const refusedFactors = refusalTable<SecondFactorRefusal>({
  'no-passkeys-here': (refusal) => refusedPasskeys.problemFor(refusal),
  'passkey-refused': (refusal) => refusedPasskeys.problemFor(refusal),
  'unknown-passkey': (refusal) => refusedPasskeys.problemFor(refusal),
  'code-needed': ({ passkey }) => new Problem(codeNeeded, { extra: passkey && { passkey } }),
  'passkey-needed': ({ passkey }) => new Problem(passkeyNeeded, { extra: passkey && { passkey } }),
  'wrong-code': () => new Problem(wrongCode),
  'has-factor': () => new Problem(hasFactor),
  'no-factor': () => new Problem(notFound),
});
