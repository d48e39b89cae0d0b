import { notFound, Problem, problemKind, refusalTable } from '@passerelle/doors';
import type { SayRefusal } from './recovery.service.js';

const notNow = problemKind({
  slug: 'claim-not-now',
  status: 409,
  title: {
    en: 'This cannot be said of the claim now',
    fr: 'Cela ne peut pas être dit de la créance maintenant',
    nl: 'Dit kan nu niet bij de vordering worden vastgelegd',
    sv: 'Detta kan inte sägas om fordran nu',
    de: 'Das lässt sich zu der Forderung jetzt nicht festhalten',
  },
  cure: {
    en: '"detail" says what stands against it. Look at the claim again; nothing has been booked.',
    fr: '« detail » dit ce qui s’y oppose. Regardez de nouveau la créance ; rien n’a été comptabilisé.',
    nl: '"detail" zegt wat eraan in de weg staat. Bekijk de vordering opnieuw; er is niets geboekt.',
    sv: '”detail” säger vad som står i vägen. Se på fordran igen; inget har bokförts.',
    de: '„detail“ sagt, was dem entgegensteht. Sehen Sie sich die Forderung erneut an; nichts wurde gebucht.',
  },
});

export const recoveryProblems = refusalTable<SayRefusal>({
  'no-such-invoice': () => new Problem(notFound),
  'nothing-open': () =>
    new Problem(notNow, {
      en: 'Nothing of the invoice is open.',
      fr: 'Il ne reste rien à payer sur la facture.',
      nl: 'Van de factuur staat niets meer open.',
      sv: 'Inget återstår att betala på fakturan.',
      de: 'Von der Rechnung ist nichts offen.',
    }),
  'not-due': ({ dueOn }) =>
    new Problem(notNow, {
      en: `The client may pay until ${dueOn}: only a late claim is given up.`,
      fr: `Le client peut payer jusqu’au ${dueOn} : seule une créance en retard est abandonnée.`,
      nl: `De klant mag tot ${dueOn} betalen: alleen een vervallen vordering wordt afgeschreven.`,
      sv: `Kunden får betala till och med den ${dueOn}: bara en försenad fordran skrivs av.`,
      de: `Der Auftraggeber darf bis zum ${dueOn} zahlen: Nur eine überfällige Forderung wird ausgebucht.`,
    }),
  disputed: () =>
    new Problem(notNow, {
      en: 'The invoice is disputed: say first that this is resolved, and how.',
      fr: 'La facture est contestée : indiquez d’abord que c’est réglé, et comment.',
      nl: 'De factuur wordt betwist: zeg eerst dat dit is opgelost, en hoe.',
      sv: 'Fakturan är bestridd: ange först att det är löst, och hur.',
      de: 'Die Rechnung ist bestritten: Geben Sie zuerst an, dass das geklärt ist, und wie.',
    }),
  'not-disputed': () =>
    new Problem(notNow, {
      en: 'The invoice is not disputed.',
      fr: 'La facture n’est pas contestée.',
      nl: 'De factuur wordt niet betwist.',
      sv: 'Fakturan är inte bestridd.',
      de: 'Die Rechnung ist nicht bestritten.',
    }),
  'given-up': () =>
    new Problem(notNow, {
      en: 'What is open was given up already.',
      fr: 'Ce qui reste dû a déjà été abandonné.',
      nl: 'Wat openstaat, is al afgeschreven.',
      sv: 'Det som återstår har redan skrivits av.',
      de: 'Was offen ist, wurde schon ausgebucht.',
    }),
});
