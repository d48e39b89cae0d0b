import type { Language } from '@passerelle/rules';
import type { Letter } from '../mail/letter.js';

interface AddressWords {
  readonly subject: string;
  /** To the address that is given up, which may be a stranger's: it tells nothing of her, and not the new one. */
  readonly old: string;
  readonly oldOtherwise: string;
  readonly new: string;
  readonly newOtherwise: string;
}

const words: Readonly<Record<Language, AddressWords>> = {
  en: {
    subject: 'Your e-mail address at {cooperative}',
    old: '{cooperative} has replaced this e-mail address with another one. You can no longer sign in with it, and get no more letters here.',
    oldOtherwise: 'If you did not ask for that, tell the cooperative at once. If you are no member there, do nothing.',
    new: '{cooperative} writes to you at this address from now on. You sign in with it as well; a password that you have chosen stays as it is:',
    newOtherwise:
      'You have been signed out everywhere. If you did not ask for the change, tell the cooperative at once.',
  },
  fr: {
    subject: 'Votre adresse e-mail chez {cooperative}',
    old: '{cooperative} a remplacé cette adresse e-mail par une autre. Elle ne permet plus de se connecter et ne reçoit plus de courrier.',
    oldOtherwise:
      'Si vous ne l’avez pas demandé, prévenez tout de suite la coopérative. Si vous n’en êtes pas membre, ne faites rien.',
    new: 'Désormais, {cooperative} vous écrit à cette adresse. Elle sert aussi à vous connecter ; si vous avez choisi un mot de passe, il ne change pas :',
    newOtherwise:
      'Vous avez été déconnecté partout. Si vous n’avez pas demandé ce changement, prévenez tout de suite la coopérative.',
  },
  nl: {
    subject: 'Uw e-mailadres bij {cooperative}',
    old: '{cooperative} heeft dit e-mailadres door een ander vervangen. U kunt er niet meer mee aanmelden en krijgt hier geen brieven meer.',
    oldOtherwise: 'Hebt u dat niet gevraagd, waarschuw dan meteen de coöperatie. Bent u er geen lid, doe dan niets.',
    new: '{cooperative} schrijft u voortaan op dit adres. U meldt zich er ook mee aan; een wachtwoord dat u gekozen hebt, blijft gelijk:',
    newOtherwise: 'U bent overal afgemeld. Hebt u de wijziging niet gevraagd, waarschuw dan meteen de coöperatie.',
  },
  sv: {
    subject: 'Din e-postadress hos {cooperative}',
    old: '{cooperative} har ersatt den här e-postadressen med en annan. Den kan inte längre användas för att logga in och får inga fler brev.',
    oldOtherwise:
      'Om du inte bad om det, berätta genast för kooperativet. Om du inte är medlem där behöver du inte göra något.',
    new: '{cooperative} skriver till dig på den här adressen från och med nu. Du loggar också in med den; ett lösenord som du har valt är detsamma:',
    newOtherwise: 'Du har loggats ut överallt. Om du inte bad om ändringen, berätta genast för kooperativet.',
  },
  de: {
    subject: 'Ihre E-Mail-Adresse bei {cooperative}',
    old: '{cooperative} hat diese E-Mail-Adresse durch eine andere ersetzt. Mit ihr können Sie sich nicht mehr anmelden, und hierher kommen keine Briefe mehr.',
    oldOtherwise:
      'Haben Sie das nicht verlangt, verständigen Sie sofort die Genossenschaft. Sind Sie dort nicht Mitglied, tun Sie nichts.',
    new: '{cooperative} schreibt Ihnen ab jetzt an diese Adresse. Sie melden sich auch mit ihr an; ein Passwort, das Sie gewählt haben, bleibt, wie es ist:',
    newOtherwise:
      'Sie wurden überall abgemeldet. Haben Sie die Änderung nicht verlangt, verständigen Sie sofort die Genossenschaft.',
  },
};

interface Reader {
  readonly language: Language;
  readonly name: string;
  readonly cooperative: string;
  /** Where she signs in. */
  readonly url: string;
}

/** What the old and the new address are told of the change. */
export function addressLetters({ language, name, cooperative, url }: Reader): {
  readonly old: Omit<Letter, 'to'>;
  readonly new: Omit<Letter, 'to'>;
} {
  const said = words[language];
  const letter = (lines: readonly string[]): Omit<Letter, 'to'> => ({
    subject: said.subject.replace('{cooperative}', () => cooperative),
    text: lines.join('\n').replaceAll('{cooperative}', () => cooperative),
  });
  return {
    old: letter([said.old, '', said.oldOtherwise]),
    new: letter([name, '', said.new, '', `${url}/login`, '', said.newOtherwise]),
  };
}
