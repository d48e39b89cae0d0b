import { faultOf, itsState, notFound, Problem, problemKind, refusalTable, type Words } from '@passerelle/doors';
import { noSuchEntity } from '../cooperative/cooperative.problems.js';
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
    nl: 'Een loonronde verzamelt loonfiches die voor het einde van de maand betaald moeten worden en in geen andere ronde zitten. "errors" zegt wat ontbreekt.',
    sv: 'En körning samlar lönespecifikationer som förfaller före månadens slut och inte ingår i någon annan. ”errors” säger vad som saknas.',
    de: 'Ein Lauf sammelt Lohnabrechnungen, die bis Monatsende fällig und in keinem anderen Lauf sind. „errors“ sagt, was fehlt.',
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
    nl: 'Een loonronde wordt berekend, nagekeken, door een tweede persoon goedgekeurd en gepubliceerd, of ingetrokken. Lees ze opnieuw en ga verder vanaf haar status.',
    sv: 'En körning beräknas, kontrolleras, godkänns av en andra person och publiceras, eller dras tillbaka. Läs den igen och fortsätt därifrån.',
    de: 'Ein Lauf wird berechnet, geprüft, von einer zweiten Person genehmigt und veröffentlicht, oder zurückgezogen. Lesen Sie ihn neu und machen Sie von dort weiter.',
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
    fr: 'Demandez à une autre personne du service paie ou du service financier de vérifier et d’approuver depuis son propre compte.',
    nl: 'Vraag een collega van de loonadministratie of financiën om het na te kijken en met een eigen account goed te keuren.',
    sv: 'Be en kollega på lönekontoret eller ekonomiavdelningen att kontrollera och godkänna från sitt eget konto.',
    de: 'Bitten Sie eine andere Person aus Lohnbüro oder Finanzabteilung, ihn zu prüfen und mit eigenem Benutzerkonto zu genehmigen.',
  },
});

const empty = faultOf(runRefused);

/** What a decision about a run rests on. */
export const runFields: Readonly<Record<'state' | 'items' | 'total', Words>> = {
  state: itsState,
  items: {
    en: 'its payslips',
    fr: 'ses fiches de paie',
    nl: 'de loonfiches',
    sv: 'lönespecifikationerna',
    de: 'die Lohnabrechnungen',
  },
  total: {
    en: 'what it pays in all',
    fr: 'ce qu’elle paie en tout',
    nl: 'wat ze in totaal betaalt',
    sv: 'vad den betalar totalt',
    de: 'was er insgesamt zahlt',
  },
};

export const runProblems = refusalTable<RunRefusal>({
  'no-such-run': () => new Problem(notFound),
  'no-such-entity': () => empty('#/entity', 'no-such-entity', noSuchEntity),
  'nothing-to-collect': ({ period }) =>
    empty('#/period', 'nothing-to-collect', {
      en: `Nothing falls due by the end of ${period} that is in no run.`,
      fr: `Rien n’est dû avant la fin de ${period} qui ne soit déjà dans une paie.`,
      nl: `Voor het einde van ${period} is niets te betalen dat nog in geen loonronde zit.`,
      sv: `Inget förfaller före slutet av ${period} som inte redan ingår i en körning.`,
      de: `Bis Ende ${period} ist nichts fällig, das noch in keinem Lohnlauf ist.`,
    }),
  'not-from-here': ({ act, state }) =>
    new Problem(runMovedOn, {
      en: `A run that is ${state} cannot be ${act}.`,
      fr: 'La paie a avancé entre-temps ou n’en est pas encore là. Rechargez la page pour voir où elle en est.',
      nl: 'De loonronde is intussen verder of nog niet zover. Laad de pagina opnieuw om te zien waar ze staat.',
      sv: 'Körningen har gått vidare eller har inte kommit så långt än. Ladda om sidan för att se var den är.',
      de: 'Der Lohnlauf ist inzwischen weiter oder noch nicht so weit. Laden Sie die Seite neu, um zu sehen, wo er steht.',
    }),
  'nothing-failed': () =>
    empty('', 'nothing-failed', {
      en: 'No payslip of this run has failed.',
      fr: 'Aucune fiche de paie de cette paie n’a échoué.',
      nl: 'Geen loonfiche van deze loonronde is mislukt.',
      sv: 'Ingen lönespecifikation i den här körningen har misslyckats.',
      de: 'Keine Lohnabrechnung dieses Laufs ist gescheitert.',
    }),
  'nothing-made': () =>
    empty('', 'nothing-made', {
      en: 'No payslip of this run could be made.',
      fr: 'Aucune fiche de paie de cette paie n’a pu être établie.',
      nl: 'Geen loonfiche van deze loonronde kon worden gemaakt.',
      sv: 'Ingen lönespecifikation i den här körningen kunde göras.',
      de: 'Keine Lohnabrechnung dieses Laufs konnte erstellt werden.',
    }),
  'same-person': () => new Problem(secondPerson),
  'not-what-was-checked': ({ found: { payslips, total } }) =>
    empty('#/total', 'not-what-was-checked', {
      en: `The run now holds ${payslips} payslips of ${total} together. Check it again.`,
      fr: `La paie contient maintenant ${payslips} fiches de paie, ${total} au total. Vérifiez-la à nouveau.`,
      nl: `De loonronde telt nu ${payslips} loonfiches, samen ${total}. Kijk ze opnieuw na.`,
      sv: `Körningen har nu ${payslips} lönespecifikationer på sammanlagt ${total}. Kontrollera den igen.`,
      de: `Der Lauf enthält jetzt ${payslips} Lohnabrechnungen über zusammen ${total}. Prüfen Sie ihn erneut.`,
    }),
});
