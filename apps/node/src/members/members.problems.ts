import { notFound, Problem, problemKind, refusalTable } from '@passerelle/doors';
import type { MemberRefusal } from './members.service.js';

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
    sv: 'Någon har redan adressen, eller så känner landets lag inte till en av uppgifterna. "errors" anger vilken; inget har sparats.',
    de: 'Jemand hat diese Adresse schon, oder das Recht des Landes kennt eine der Angaben nicht. „errors“ nennt sie; nichts wurde gespeichert.',
  },
});

export const memberProblems = refusalTable<MemberRefusal>({
  'no-such-member': () => new Problem(notFound),
  'no-such-entity': () =>
    new Problem(memberRefused, {
      errors: [{ pointer: '#/entity', code: 'no-such-entity', detail: 'No legal entity of this branch has that id.' }],
    }),
  'member-email-taken': ({ email }) =>
    new Problem(memberRefused, {
      errors: [
        { pointer: '#/email', code: 'member-email-taken', detail: `A member with the address ${email} exists.` },
      ],
    }),
  'facts-refused': ({ why }) =>
    new Problem(memberRefused, {
      errors: [{ pointer: `#/facts/${why.field ?? ''}`, code: why.kind, detail: `${why.detail} ${why.remedy}` }],
      extra: { rule: why.rule, date: why.date },
    }),
});
