import { localeOf } from '@passerelle/i18n';
import type { Language } from '@passerelle/rules';
import type { Letter } from '../mail/letter.js';
import { hoursOf, type PasswordLinkReason } from './password-link.js';

interface LetterWords {
  /** `{who}` is the cooperative, or the address of its program. */
  readonly subject: string;
  readonly says: string;
  /** `{time}` is how long the link works. */
  readonly ends: string;
  readonly otherwise: string;
}

const linkWords: Readonly<Record<PasswordLinkReason, Readonly<Record<Language, LetterWords>>>> = {
  invitation: {
    en: {
      subject: 'Your account at {who}',
      says: '{who} has made an account for you. Choose your password here:',
      ends: 'The link works once, for {time}. After that you can ask for a new one on the same page.',
      otherwise: 'If you did not expect this, do nothing: without a password nobody gets in.',
    },
    fr: {
      subject: 'Votre compte chez {who}',
      says: '{who} a créé un compte pour vous. Choisissez votre mot de passe ici :',
      ends: 'Le lien fonctionne une seule fois, pendant {time}. Ensuite, vous pourrez en demander un nouveau sur la même page.',
      otherwise: 'Si vous n’attendiez pas ce message, ne faites rien : sans mot de passe, personne n’entre.',
    },
    nl: {
      subject: 'Uw account bij {who}',
      says: '{who} heeft een account voor u gemaakt. Kies hier uw wachtwoord:',
      ends: 'De link werkt één keer, gedurende {time}. Daarna kunt u op dezelfde pagina een nieuwe aanvragen.',
      otherwise: 'Verwachtte u dit bericht niet, doe dan niets: zonder wachtwoord komt niemand binnen.',
    },
    sv: {
      subject: 'Ditt konto hos {who}',
      says: '{who} har skapat ett konto åt dig. Välj ditt lösenord här:',
      ends: 'Länken fungerar en gång, i {time}. Därefter kan du be om en ny på samma sida.',
      otherwise: 'Om du inte väntade dig det här behöver du inte göra något: utan lösenord kommer ingen in.',
    },
    de: {
      subject: 'Ihr Benutzerkonto bei {who}',
      says: '{who} hat ein Benutzerkonto für Sie angelegt. Wählen Sie hier Ihr Passwort:',
      ends: 'Der Link gilt einmal, und zwar {time} lang. Danach können Sie auf derselben Seite einen neuen anfordern.',
      otherwise: 'Haben Sie das nicht erwartet, tun Sie nichts: Ohne Passwort kommt niemand hinein.',
    },
  },
  forgotten: {
    en: {
      subject: 'Choose a new password for {who}',
      says: 'A new password was asked for at {who}. Choose it here:',
      ends: 'The link works once, for {time}. Your password stays as it is until then.',
      otherwise: 'If it was not you who asked, do nothing. Nobody else has this link.',
    },
    fr: {
      subject: 'Choisissez un nouveau mot de passe pour {who}',
      says: 'Un nouveau mot de passe a été demandé chez {who}. Choisissez-le ici :',
      ends: 'Le lien fonctionne une seule fois, pendant {time}. D’ici là, votre mot de passe reste le même.',
      otherwise: 'Si la demande ne vient pas de vous, ne faites rien. Personne d’autre n’a ce lien.',
    },
    nl: {
      subject: 'Kies een nieuw wachtwoord voor {who}',
      says: 'Er is een nieuw wachtwoord aangevraagd bij {who}. Kies het hier:',
      ends: 'De link werkt één keer, gedurende {time}. Tot dan blijft uw wachtwoord zoals het is.',
      otherwise: 'Hebt u dit niet aangevraagd, doe dan niets. Niemand anders heeft deze link.',
    },
    sv: {
      subject: 'Välj ett nytt lösenord för {who}',
      says: 'Ett nytt lösenord har begärts hos {who}. Välj det här:',
      ends: 'Länken fungerar en gång, i {time}. Ditt lösenord är detsamma tills du har valt ett nytt.',
      otherwise: 'Om det inte var du som bad om det behöver du inte göra något. Ingen annan har länken.',
    },
    de: {
      subject: 'Wählen Sie ein neues Passwort für {who}',
      says: 'Bei {who} wurde ein neues Passwort angefordert. Wählen Sie es hier:',
      ends: 'Der Link gilt einmal, und zwar {time} lang. Bis dahin bleibt Ihr Passwort, wie es ist.',
      otherwise: 'Kam die Anfrage nicht von Ihnen, tun Sie nichts. Niemand sonst hat diesen Link.',
    },
  },
};

interface ChangedWords {
  readonly subject: string;
  readonly says: string;
  readonly otherwise: string;
}

const changedWords: Readonly<Record<Language, ChangedWords>> = {
  en: {
    subject: 'Your password for {who} was changed',
    says: 'A new password was chosen for you at {who}. You are signed out on your other devices.',
    otherwise: 'If that was not you, ask for a new password here at once, and tell your cooperative:',
  },
  fr: {
    subject: 'Votre mot de passe pour {who} a été modifié',
    says: 'Un nouveau mot de passe a été choisi pour vous chez {who}. Vos autres appareils ont été déconnectés.',
    otherwise:
      'Si ce n’était pas vous, demandez tout de suite un nouveau mot de passe ici et prévenez votre coopérative :',
  },
  nl: {
    subject: 'Uw wachtwoord voor {who} is gewijzigd',
    says: 'Er is een nieuw wachtwoord voor u gekozen bij {who}. Op uw andere toestellen bent u afgemeld.',
    otherwise: 'Was u dat niet, vraag dan hier meteen een nieuw wachtwoord aan en waarschuw uw coöperatie:',
  },
  sv: {
    subject: 'Ditt lösenord för {who} har ändrats',
    says: 'Ett nytt lösenord har valts för dig hos {who}. Du har loggats ut på dina andra enheter.',
    otherwise: 'Om det inte var du, be genast om ett nytt lösenord här och berätta för kooperativet:',
  },
  de: {
    subject: 'Ihr Passwort für {who} wurde geändert',
    says: 'Für Sie wurde bei {who} ein neues Passwort gewählt. Auf Ihren anderen Geräten sind Sie abgemeldet.',
    otherwise:
      'Waren Sie das nicht, fordern Sie hier sofort ein neues Passwort an und verständigen Sie Ihre Genossenschaft:',
  },
};

interface Reader {
  readonly language: Language;
  readonly url: string;
  /** How the program is called where no cooperative is. */
  readonly host: string;
  readonly cooperative?: string;
  readonly name?: string;
}

/** The letter with the link. It tells nothing about its reader but that she has an account here. */
export function linkLetter(reason: PasswordLinkReason, reader: Reader): Omit<Letter, 'to'> {
  const { language, url, name } = reader;
  const { subject, says, ends, otherwise } = linkWords[reason][language];
  const greeting = name === undefined ? [] : [name, ''];
  const text = [...greeting, says, '', url, '', ends.replace('{time}', timeOf(reason, language)), '', otherwise];
  return { subject: signed(subject, reader), text: signed(text.join('\n'), reader) };
}

/** The letter after a forgotten password was replaced: its reader hears it, should it have been somebody else. */
export function changedLetter(reader: Reader): Omit<Letter, 'to'> {
  const { subject, says, otherwise } = changedWords[reader.language];
  return { subject: signed(subject, reader), text: signed([says, '', otherwise, reader.url].join('\n'), reader) };
}

const signed = (text: string, { cooperative, host }: Reader): string =>
  text.replaceAll('{who}', () => cooperative ?? host);

function timeOf(reason: PasswordLinkReason, language: Language): string {
  const hours = hoursOf[reason];
  const [count, unit] = hours < 48 ? [hours, 'hour'] : [hours / 24, 'day'];
  return new Intl.NumberFormat(localeOf(language), { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
