import { notFound, Problem, problemKind, refusalTable } from '@passerelle/doors';
import type { RunRefusal } from './run.js';

const runRefused = problemKind({
  slug: 'payroll-run-refused',
  status: 422,
  title: {
    en: 'There is nothing to do for this payroll run',
    fr: 'Il n’y a rien à faire pour cette paie',
    nl: 'Er valt voor deze loonronde niets te doen',
    sv: 'Det finns inget att göra för den här lönekörningen',
    de: 'Für diesen Lohnlauf gibt es nichts zu tun',
  },
  cure: {
    en: 'A run collects payslips that fall due by the end of its month and are in no other run. "errors" says what is missing.',
    fr: 'Une paie rassemble les fiches dues avant la fin du mois qui ne sont dans aucune autre. « errors » dit ce qui manque.',
    nl: 'Een loonronde verzamelt loonbrieven die voor het einde van de maand betaald moeten worden en in geen andere ronde zitten. "errors" zegt wat ontbreekt.',
    sv: 'En körning samlar lönespecifikationer som förfaller före månadens slut och inte ingår i någon annan. "errors" säger vad som saknas.',
    de: 'Ein Lauf sammelt Abrechnungen, die bis Monatsende fällig und in keinem anderen Lauf sind. „errors“ sagt, was fehlt.',
  },
});

const runMovedOn = problemKind({
  slug: 'payroll-run-moved-on',
  status: 409,
  title: {
    en: 'This cannot be done with the payroll run any more, or not yet',
    fr: 'Cela n’est plus, ou pas encore, possible pour cette paie',
    nl: 'Dit kan met deze loonronde niet meer, of nog niet',
    sv: 'Det går inte längre, eller inte än, med lönekörningen',
    de: 'Das ist mit diesem Lohnlauf nicht mehr oder noch nicht möglich',
  },
  cure: {
    en: 'A run is computed, checked, approved by a second person and published; or withdrawn. Read it again and go on from its state.',
    fr: 'Une paie est calculée, vérifiée, approuvée par une deuxième personne et publiée, ou retirée. Relisez-la et continuez depuis son état.',
    nl: 'Een loonronde wordt berekend, nagekeken, door een tweede persoon goedgekeurd en gepubliceerd, of ingetrokken. Lees ze opnieuw en ga vanaf haar toestand verder.',
    sv: 'En körning beräknas, kontrolleras, godkänns av en andra person och publiceras, eller dras tillbaka. Läs den igen och fortsätt därifrån.',
    de: 'Ein Lauf wird berechnet, geprüft, von einer zweiten Person genehmigt und veröffentlicht, oder zurückgezogen. Neu lesen und vom Stand aus weitermachen.',
  },
});

const secondPerson = problemKind({
  slug: 'payroll-run-needs-another-person',
  status: 403,
  title: {
    en: 'Somebody else approves what you prepared',
    fr: 'Une autre personne approuve ce que vous avez préparé',
    nl: 'Iemand anders keurt goed wat u voorbereidde',
    sv: 'Någon annan godkänner det du har förberett',
    de: 'Jemand anderes genehmigt, was Sie vorbereitet haben',
  },
  cure: {
    en: 'Ask a colleague of payroll or finance to look at it and to approve it from her own account.',
    fr: 'Demandez à une autre personne de la paie ou des finances de vérifier et d’approuver depuis son propre compte.',
    nl: 'Vraag een collega van de loonadministratie of financiën om het na te kijken en met een eigen account goed te keuren.',
    sv: 'Be en kollega på löner eller ekonomi att kontrollera och godkänna från sitt eget konto.',
    de: 'Bitten Sie eine andere Person aus Lohn oder Finanzen, zu prüfen und mit eigenem Konto zu genehmigen.',
  },
});

const empty = (code: string, pointer: string, detail: string): Problem =>
  new Problem(runRefused, { errors: [{ pointer, code, detail }] });

export const runProblems = refusalTable<RunRefusal>({
  'no-such-run': () => new Problem(notFound),
  'no-such-entity': () => empty('no-such-entity', '#/entity', 'No legal entity of this branch has that id.'),
  'nothing-to-collect': ({ period }) =>
    empty('nothing-to-collect', '#/period', `Nothing falls due by the end of ${period} that is in no run.`),
  'not-from-here': ({ act, state }) => new Problem(runMovedOn, `A run that is ${state} cannot be ${act}.`),
  'nothing-failed': () => empty('nothing-failed', '', 'No payslip of this run has failed.'),
  'nothing-made': () => empty('nothing-made', '', 'No payslip of this run could be made.'),
  'same-person': () => new Problem(secondPerson),
  'not-what-was-checked': ({ found: { payslips, total } }) =>
    empty(
      'not-what-was-checked',
      '#/total',
      `The run now holds ${payslips} payslips of ${total} together. Check it again.`,
    ),
});
