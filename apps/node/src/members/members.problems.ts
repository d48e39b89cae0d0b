import { notFound, Problem, problemKind, refusalTable, type Words } from '@passerelle/doors';
import type { MemberRefusal } from './members.service.js';
import { asOneText, ruleRefusalWords } from './rule-refusals.words.js';

const memberRefused = problemKind({
  slug: 'member-refused',
  status: 422,
  title: {
    en: 'This member cannot be recorded',
    fr: 'Ce membre ne peut pas être enregistré',
    nl: 'Dit lid kan niet worden vastgelegd',
    sv: 'Medlemmen kan inte registreras',
    de: 'Dieses Mitglied kann nicht erfasst werden',
  },
  cure: {
    en: 'Somebody has this e-mail address already, or the law of the country does not know one of the facts. "errors" names it; nothing has been kept.',
    fr: 'Quelqu’un a déjà cette adresse, ou la loi du pays ne connaît pas l’un des faits. « errors » le nomme ; rien n’a été conservé.',
    nl: 'Iemand heeft dit adres al, of de wet van het land kent een van de gegevens niet. "errors" noemt het; er is niets bewaard.',
    sv: 'Någon har redan adressen, eller så känner landets lag inte till en av uppgifterna. ”errors” anger vilken; inget har sparats.',
    de: 'Jemand hat diese Adresse schon, oder das Recht des Landes kennt eine der Angaben nicht. „errors“ nennt sie; nichts wurde gespeichert.',
  },
});

/** What people call what can be changed of a member. */
export const memberFields = {
  facts: {
    en: 'what the law is told of her',
    fr: 'les données de la personne',
    nl: 'de gegevens over haar die de wet nodig heeft',
    sv: 'uppgifterna om personen',
    de: 'die Angaben zu ihr, die das Recht braucht',
  },
  email: {
    en: 'her e-mail address',
    fr: 'son adresse e-mail',
    nl: 'haar e-mailadres',
    sv: 'e-postadressen',
    de: 'ihre E-Mail-Adresse',
  },
  iban: {
    en: 'the account she is paid to',
    fr: 'le compte sur lequel la personne est payée',
    nl: 'de rekening waarop zij betaald wordt',
    sv: 'kontot dit lönen betalas',
    de: 'das Konto, auf das sie bezahlt wird',
  },
} as const satisfies Readonly<Record<string, Words>>;

export const memberProblems = refusalTable<MemberRefusal>({
  'no-such-member': () => new Problem(notFound),
  'no-such-entity': () =>
    new Problem(memberRefused, {
      errors: [
        {
          pointer: '#/entity',
          code: 'no-such-entity',
          detail: {
            en: 'No legal entity of this branch has that id.',
            fr: 'Aucune entité juridique de cette coopérative n’a cet identifiant.',
            nl: 'Geen rechtspersoon van deze coöperatie heeft dit kenmerk.',
            sv: 'Ingen juridisk person hos kooperativet har den beteckningen.',
            de: 'Kein Rechtsträger dieser Genossenschaft hat diese Kennung.',
          },
        },
      ],
    }),
  'member-email-taken': ({ email }) =>
    new Problem(memberRefused, {
      errors: [
        {
          pointer: '#/email',
          code: 'member-email-taken',
          detail: {
            en: `A member with the address ${email} exists.`,
            fr: `Un membre a déjà l’adresse ${email}.`,
            nl: `Een lid heeft het adres ${email} al.`,
            sv: `En medlem har redan adressen ${email}.`,
            de: `Ein Mitglied hat die Adresse ${email} schon.`,
          },
        },
      ],
    }),
  'staff-address': () =>
    new Problem(memberRefused, {
      errors: [
        {
          pointer: '#/email',
          code: 'staff-address',
          detail: {
            en: 'She signs in as staff with this address. Ask the system administrator to change it.',
            fr: 'Cette personne se connecte aussi comme membre du personnel avec cette adresse. Demandez à l’administrateur système de la changer.',
            nl: 'Zij meldt zich met dit adres ook als medewerker aan. Vraag de systeembeheerder het te wijzigen.',
            sv: 'Hon loggar också in som personal med adressen. Be systemadministratören ändra den.',
            de: 'Mit dieser Adresse meldet sie sich auch als Mitarbeiterin an. Bitten Sie die Systemverwaltung, sie zu ändern.',
          },
        },
      ],
    }),
  'password-is-hers': () =>
    new Problem(memberRefused, {
      errors: [
        {
          pointer: '#/password',
          code: 'password-is-hers',
          detail: {
            en: 'A member who is invited chooses her password herself. Leave it out, or do not invite her.',
            fr: 'Un membre invité choisit lui-même son mot de passe. Ne l’indiquez pas, ou n’invitez pas.',
            nl: 'Een lid dat uitgenodigd wordt, kiest zelf het wachtwoord. Laat het weg, of nodig niet uit.',
            sv: 'En medlem som bjuds in väljer själv sitt lösenord. Utelämna det, eller bjud inte in.',
            de: 'Ein eingeladenes Mitglied wählt sein Passwort selbst. Lassen Sie es weg, oder laden Sie nicht ein.',
          },
        },
      ],
    }),
  'facts-refused': ({ why }) =>
    new Problem(memberRefused, {
      errors: [{ pointer: `#/facts/${why.field ?? ''}`, code: why.kind, detail: asOneText(ruleRefusalWords(why)) }],
      extra: { rule: why.rule, date: why.date },
    }),
});
