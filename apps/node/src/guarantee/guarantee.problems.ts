import { notFound, Problem, type ProblemError, problemKind, refusalTable } from '@passerelle/doors';
import { noSuchEntity } from '../cooperative/cooperative.problems.js';
import type { GuaranteeRefusal } from './guarantee.service.js';

const fundRefused = problemKind({
  slug: 'fund-change-refused',
  status: 422,
  title: {
    en: 'The guarantee fund cannot be changed like this',
    fr: 'Le fonds de garantie ne peut pas être modifié ainsi',
    nl: 'Het garantiefonds kan zo niet gewijzigd worden',
    sv: 'Garantifonden kan inte ändras så här',
    de: 'Der Garantiefonds lässt sich so nicht ändern',
  },
  cure: {
    en: 'The amount does not fit the fund or the mission. "errors" says what would; nothing has been booked.',
    fr: 'Le montant ne convient pas au fonds ou à la mission. « errors » dit lequel conviendrait ; rien n’a été comptabilisé.',
    nl: 'Het bedrag past niet bij het fonds of de opdracht. "errors" zegt wat wel past; er is niets geboekt.',
    sv: 'Beloppet passar inte fonden eller uppdraget. ”errors” säger vad som passar; inget har bokförts.',
    de: 'Der Betrag passt nicht zum Fonds oder zum Auftrag. „errors“ sagt, was passt; nichts wurde gebucht.',
  },
});

export const notGuaranteedHere = problemKind({
  slug: 'guaranteed-by-the-home-branch',
  status: 422,
  title: {
    en: 'The home branch guarantees this wage',
    fr: 'La coopérative d’origine garantit ce salaire',
    nl: 'De thuiscoöperatie waarborgt dit loon',
    sv: 'Hemkooperativet garanterar den här lönen',
    de: 'Die Heimatgenossenschaft garantiert diesen Lohn',
  },
  cure: {
    en: 'Only the fund of the branch that employs the worker carries her wage. Ask that branch.',
    fr: 'Seul le fonds de la coopérative qui emploie la personne couvre son salaire. Adressez-vous à elle.',
    nl: 'Alleen het fonds van de coöperatie die de werknemer in dienst heeft, draagt haar loon. Vraag het daar.',
    sv: 'Bara fonden hos kooperativet som anställer personen garanterar hennes lön. Fråga där.',
    de: 'Nur der Fonds der Genossenschaft, die die Person anstellt, trägt ihren Lohn. Fragen Sie dort.',
  },
});

const misfit = (error: ProblemError): Problem => new Problem(fundRefused, { errors: [error] });

export const guaranteeProblems = refusalTable<GuaranteeRefusal>({
  'no-such-entity': () => misfit({ pointer: '#/entity', code: 'no-such-entity', detail: noSuchEntity }),
  'no-such-mission': () => new Problem(notFound),
  'not-positive': () =>
    misfit({
      pointer: '#/amount/amount',
      code: 'not-positive',
      detail: {
        en: 'The amount is more than zero.',
        fr: 'Le montant est supérieur à zéro.',
        nl: 'Het bedrag is meer dan nul.',
        sv: 'Beloppet är större än noll.',
        de: 'Der Betrag ist größer als null.',
      },
    }),
  'another-currency': ({ expected, found }) =>
    misfit({
      pointer: '#/amount/currency',
      code: 'another-currency',
      detail: {
        en: `The fund is kept in ${expected}, not in ${found}.`,
        fr: `Le fonds est tenu en ${expected}, pas en ${found}.`,
        nl: `Het fonds wordt in ${expected} bijgehouden, niet in ${found}.`,
        sv: `Fonden förs i ${expected}, inte i ${found}.`,
        de: `Der Fonds wird in ${expected} geführt, nicht in ${found}.`,
      },
    }),
  'not-advanced': ({ open }) =>
    misfit({
      pointer: '#/amount/amount',
      code: 'not-advanced',
      detail: {
        en: `${open} is advanced for this mission.`,
        fr: `${open} sont avancés pour cette mission.`,
        nl: `Voor deze opdracht is ${open} voorgeschoten.`,
        sv: `${open} är förskotterat för uppdraget.`,
        de: `Für diesen Auftrag sind ${open} vorgestreckt.`,
      },
    }),
});
