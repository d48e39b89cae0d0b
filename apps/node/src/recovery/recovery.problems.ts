import { notFound, Problem, problemKind, refusalTable } from '@passerelle/doors';
import type { SayRefusal } from './recovery.service.js';

const notNow = problemKind({
  slug: 'claim-not-now',
  status: 409,
  title: {
    en: 'This cannot be said of the claim now',
    fr: 'Cela ne peut pas être dit de la créance maintenant',
    nl: 'Dit kan nu niet van de vordering worden gezegd',
    sv: 'Detta kan inte sägas om fordran nu',
    de: 'Das lässt sich von der Forderung jetzt nicht sagen',
  },
  cure: {
    en: '"detail" says what stands against it. Look at the claim again; nothing has been booked.',
    fr: '« detail » dit ce qui s’y oppose. Regardez de nouveau la créance ; rien n’a été comptabilisé.',
    nl: '"detail" zegt wat eraan in de weg staat. Bekijk de vordering opnieuw; er is niets geboekt.',
    sv: '"detail" säger vad som står i vägen. Se på fordran igen; inget har bokförts.',
    de: '„detail“ sagt, was dagegen steht. Sehen Sie sich die Forderung erneut an; nichts wurde gebucht.',
  },
});

export const recoveryProblems = refusalTable<SayRefusal>({
  'no-such-invoice': () => new Problem(notFound),
  'nothing-open': () => new Problem(notNow, 'Nothing of the invoice is open.'),
  'not-due': ({ dueOn }) => new Problem(notNow, `The client may pay until ${dueOn}: only a late claim is given up.`),
  disputed: () => new Problem(notNow, 'The invoice is disputed: say first that this is resolved, and how.'),
  'not-disputed': () => new Problem(notNow, 'The invoice is not disputed.'),
  'given-up': () => new Problem(notNow, 'What is open was given up already.'),
});
