import { rate } from '@passerelle/values';
import { type FactsOf, choiceFact, decimalFact, factsReader, wholeFact, yesNoFact } from '../kit/facts.js';

/** Everything the Belgian rules ask, in the order of a form. */
export const fields = [
  choiceFact(
    {
      name: 'status',
      about: 'engagement',
      words: {
        en: 'Status: employee, manual worker or artist',
        fr: 'Statut : employé, ouvrier ou artiste',
        nl: 'Statuut: bediende, arbeider of kunstenaar',
        sv: 'Ställning: tjänsteman, arbetare eller konstnär',
        de: 'Status: Angestellte, Arbeiter oder Kunstschaffende',
      },
    },
    ['employee', 'worker', 'artist'],
    'employee',
    {
      artist: {
        en: 'On stage or creating',
        fr: 'Sur scène ou en création',
        nl: 'Op het podium of als scheppend kunstenaar',
        sv: 'På scen eller skapande',
        de: 'Auf der Bühne oder künstlerisch schaffend',
      },
      worker: {
        en: 'Manual work',
        fr: 'Travail d’ouvrier',
        nl: 'Werk als arbeider',
        sv: 'Kroppsarbete',
        de: 'Körperliche Arbeit',
      },
      employee: { en: 'Other work', fr: 'Autre travail', nl: 'Ander werk', sv: 'Annat arbete', de: 'Andere Arbeit' },
    },
    ['artist', 'employee'],
  ),
  choiceFact(
    {
      name: 'contract',
      about: 'engagement',
      words: {
        en: 'Employment contract, or artistic commission under article 1bis',
        fr: 'Contrat de travail, ou commande artistique selon l’article 1erbis',
        nl: 'Arbeidsovereenkomst, of artistieke opdracht volgens artikel 1bis',
        sv: 'Anställningsavtal eller konstnärligt uppdrag enligt artikel 1bis',
        de: 'Arbeitsvertrag oder künstlerischer Auftrag nach Artikel 1bis',
      },
    },
    ['employment', 'article-1bis'],
    'employment',
    {
      employment: {
        en: 'Employment contract',
        fr: 'Contrat de travail',
        nl: 'Arbeidsovereenkomst',
        sv: 'Anställningsavtal',
        de: 'Arbeitsvertrag',
      },
      'article-1bis': {
        en: 'Artistic commission under article 1bis',
        fr: 'Commande artistique selon l’article 1erbis',
        nl: 'Artistieke opdracht volgens artikel 1bis',
        sv: 'Konstnärligt uppdrag enligt artikel 1bis',
        de: 'Künstlerischer Auftrag nach Artikel 1bis',
      },
    },
  ),
  yesNoFact(
    {
      name: 'artsAttestation',
      about: 'person',
      words: {
        en: 'Has a valid work-in-the-arts attestation',
        fr: 'Possède une attestation du travail des arts valable',
        nl: 'Heeft een geldig kunstwerkattest',
        sv: 'Har ett giltigt intyg om konstnärligt arbete',
        de: 'Hat eine gültige Kunstarbeitsbescheinigung',
      },
    },
    false,
  ),
  choiceFact(
    {
      name: 'withholding',
      about: 'engagement',
      words: {
        en: 'Withholding: ordinary, or short engagement of an artist for entertainment companies',
        fr: 'Précompte : ordinaire, ou engagement court d’artiste pour des entreprises de spectacle',
        nl: 'Bedrijfsvoorheffing: gewoon, of korte verbintenis van een kunstenaar voor vermaakondernemingen',
        sv: 'Skatteavdrag: vanligt, eller kort engagemang av artist för nöjesföretag',
        de: 'Berufssteuervorabzug: gewöhnlich oder kurzes Künstlerengagement für Unterhaltungsbetriebe',
      },
    },
    ['ordinary', 'artist-short-engagement'],
    'ordinary',
    {
      ordinary: { en: 'Ordinary', fr: 'Ordinaire', nl: 'Gewoon', sv: 'Vanligt', de: 'Gewöhnlich' },
      'artist-short-engagement': {
        en: 'Short engagement of an artist for entertainment companies',
        fr: 'Engagement court d’artiste pour des entreprises de spectacle',
        nl: 'Korte verbintenis van een kunstenaar voor vermaakondernemingen',
        sv: 'Kort engagemang av artist för nöjesföretag',
        de: 'Kurzes Künstlerengagement für Unterhaltungsbetriebe',
      },
    },
  ),
  decimalFact(
    {
      name: 'weeklyHours',
      about: 'engagement',
      words: {
        en: 'Hours per week of this contract',
        fr: 'Heures par semaine de ce contrat',
        nl: 'Uren per week van dit contract',
        sv: 'Timmar per vecka enligt avtalet',
        de: 'Wochenstunden dieses Vertrags',
      },
    },
    '38',
  ),
  decimalFact(
    {
      name: 'commuteRefund',
      about: 'engagement',
      words: {
        en: 'Tax-free refund of travel between home and work, in euro',
        fr: 'Remboursement exonéré des trajets domicile-travail, en euros',
        nl: 'Belastingvrije terugbetaling van woon-werkverkeer, in euro',
        sv: 'Skattefri ersättning för resor till arbetet, i euro',
        de: 'Steuerfreie Fahrtkostenerstattung für den Arbeitsweg, in Euro',
      },
    },
    '0',
  ),
  decimalFact(
    {
      name: 'mealVoucherFace',
      about: 'engagement',
      words: {
        en: 'Face value of a meal voucher per day worked, in euro; 0 for none',
        fr: 'Valeur faciale du titre-repas par jour presté, en euros ; 0 sans',
        nl: 'Nominale waarde van de maaltijdcheque per gewerkte dag, in euro; 0 indien geen',
        sv: 'Måltidskupongens värde per arbetad dag, i euro; 0 utan',
        de: 'Nennwert des Mahlzeitschecks je Arbeitstag, in Euro; 0, wenn keiner',
      },
    },
    '0',
  ),
  decimalFact(
    {
      name: 'mealVoucherWorkerShare',
      about: 'engagement',
      words: {
        en: 'Worker’s share of a meal voucher, in euro',
        fr: 'Part du travailleur dans le titre-repas, en euros',
        nl: 'Werknemersaandeel in de maaltijdcheque, in euro',
        sv: 'Arbetstagarens andel av måltidskupongen, i euro',
        de: 'Arbeitnehmeranteil am Mahlzeitscheck, in Euro',
      },
    },
    '1.09',
  ),
  choiceFact(
    {
      name: 'household',
      about: 'person',
      words: {
        en: 'Household: single, couple with two incomes, couple with one income',
        fr: 'Ménage : isolé, couple à deux revenus, couple à un revenu',
        nl: 'Gezin: alleenstaand, koppel met twee inkomens, koppel met één inkomen',
        sv: 'Hushåll: ensamstående, par med två inkomster, par med en inkomst',
        de: 'Haushalt: alleinstehend, Paar mit zwei Einkommen, Paar mit einem Einkommen',
      },
    },
    ['single', 'two-incomes', 'one-income'],
    'single',
    {
      single: { en: 'Single', fr: 'Personne isolée', nl: 'Alleenstaand', sv: 'Ensamstående', de: 'Alleinstehend' },
      'two-incomes': {
        en: 'Couple with two incomes',
        fr: 'Couple à deux revenus',
        nl: 'Koppel met twee inkomens',
        sv: 'Par med två inkomster',
        de: 'Paar mit zwei Einkommen',
      },
      'one-income': {
        en: 'Couple with one income',
        fr: 'Couple à un revenu',
        nl: 'Koppel met één inkomen',
        sv: 'Par med en inkomst',
        de: 'Paar mit einem Einkommen',
      },
    },
  ),
  wholeFact(
    {
      name: 'children',
      about: 'person',
      words: {
        en: 'Dependent children',
        fr: 'Enfants à charge',
        nl: 'Kinderen ten laste',
        sv: 'Barn att försörja',
        de: 'Unterhaltsberechtigte Kinder',
      },
    },
    0,
    20,
    0,
  ),
  wholeFact(
    {
      name: 'disabledChildren',
      about: 'person',
      words: {
        en: 'Of these, children with a disability (each counts double)',
        fr: 'Dont enfants handicapés (chacun compte double)',
        nl: 'Waarvan kinderen met een handicap (elk telt dubbel)',
        sv: 'Varav barn med funktionsnedsättning (räknas dubbelt)',
        de: 'Davon Kinder mit Behinderung (jedes zählt doppelt)',
      },
    },
    0,
    20,
    0,
  ),
  yesNoFact(
    {
      name: 'singleParent',
      about: 'person',
      words: {
        en: 'Single or widowed parent with dependent children',
        fr: 'Parent isolé ou veuf avec enfants à charge',
        nl: 'Alleenstaande ouder of weduwe, weduwnaar met kinderen ten laste',
        sv: 'Ensamstående förälder, änka eller änkling med barn att försörja',
        de: 'Alleinerziehend oder verwitwet mit unterhaltsberechtigten Kindern',
      },
    },
    false,
  ),
  yesNoFact(
    {
      name: 'disabled',
      about: 'person',
      words: {
        en: 'Has a recognised disability',
        fr: 'Handicap reconnu',
        nl: 'Erkende handicap',
        sv: 'Har en erkänd funktionsnedsättning',
        de: 'Anerkannte Behinderung',
      },
    },
    false,
  ),
  yesNoFact(
    {
      name: 'disabledSpouse',
      about: 'person',
      words: {
        en: 'Spouse has a recognised disability',
        fr: 'Conjoint avec handicap reconnu',
        nl: 'Echtgenoot met erkende handicap',
        sv: 'Maken eller makan har en erkänd funktionsnedsättning',
        de: 'Ehepartner mit anerkannter Behinderung',
      },
    },
    false,
  ),
  wholeFact(
    {
      name: 'otherDependants',
      about: 'person',
      words: {
        en: 'Other dependants',
        fr: 'Autres personnes à charge',
        nl: 'Andere personen ten laste',
        sv: 'Andra personer att försörja',
        de: 'Andere unterhaltsberechtigte Personen',
      },
    },
    0,
    20,
    0,
  ),
  wholeFact(
    {
      name: 'dependantsInCare',
      about: 'person',
      words: {
        en: 'Dependants of 65 or more in need of care',
        fr: 'Personnes à charge de 65 ans ou plus en situation de dépendance',
        nl: 'Zorgbehoevende personen ten laste van 65 jaar of ouder',
        sv: 'Vårdbehövande personer att försörja, 65 år eller äldre',
        de: 'Unterhaltsberechtigte pflegebedürftige Personen ab 65 Jahren',
      },
    },
    0,
    20,
    0,
  ),
  wholeFact(
    {
      name: 'age',
      about: 'person',
      words: { en: 'Age', fr: 'Âge', nl: 'Leeftijd', sv: 'Ålder', de: 'Alter' },
    },
    15,
    110,
    30,
  ),
  yesNoFact(
    {
      name: 'student',
      about: 'person',
      words: {
        en: 'Works under a student contract',
        fr: 'Travaille sous contrat étudiant',
        nl: 'Werkt met een studentenovereenkomst',
        sv: 'Arbetar med studentavtal',
        de: 'Arbeitet mit Studentenvertrag',
      },
    },
    false,
  ),
  decimalFact(
    {
      name: 'fullTimeHours',
      about: 'employer',
      words: {
        en: 'Hours per week of a full-time worker',
        fr: 'Heures par semaine à temps plein',
        nl: 'Uren per week van een voltijdse werknemer',
        sv: 'Timmar per vecka vid heltid',
        de: 'Wochenstunden in Vollzeit',
      },
    },
    '38',
  ),
  choiceFact(
    {
      name: 'region',
      about: 'employer',
      words: {
        en: 'Region of the establishment',
        fr: 'Région de l’établissement',
        nl: 'Gewest van de vestiging',
        sv: 'Arbetsställets region',
        de: 'Region der Niederlassung',
      },
    },
    ['brussels', 'flanders', 'wallonia'],
    'brussels',
    {
      brussels: { en: 'Brussels', fr: 'Bruxelles', nl: 'Brussel', sv: 'Bryssel', de: 'Brüssel' },
      flanders: { en: 'Flanders', fr: 'Flandre', nl: 'Vlaanderen', sv: 'Flandern', de: 'Flandern' },
      wallonia: { en: 'Wallonia', fr: 'Wallonie', nl: 'Wallonië', sv: 'Vallonien', de: 'Wallonien' },
    },
  ),
  choiceFact(
    {
      name: 'sector',
      about: 'employer',
      words: {
        en: 'Sector: profit (category 1) or non-profit (category 2)',
        fr: 'Secteur : marchand (catégorie 1) ou non marchand (catégorie 2)',
        nl: 'Sector: profit (categorie 1) of non-profit (categorie 2)',
        sv: 'Sektor: vinstdrivande (kategori 1) eller ideell (kategori 2)',
        de: 'Sektor: gewinnorientiert (Kategorie 1) oder gemeinnützig (Kategorie 2)',
      },
    },
    ['profit', 'non-profit'],
    'profit',
    {
      profit: {
        en: 'Profit (category 1)',
        fr: 'Marchand (catégorie 1)',
        nl: 'Profit (categorie 1)',
        sv: 'Vinstdrivande (kategori 1)',
        de: 'Gewinnorientiert (Kategorie 1)',
      },
      'non-profit': {
        en: 'Non-profit (category 2)',
        fr: 'Non marchand (catégorie 2)',
        nl: 'Non-profit (categorie 2)',
        sv: 'Ideell (kategori 2)',
        de: 'Gemeinnützig (Kategorie 2)',
      },
    },
  ),
  wholeFact(
    {
      name: 'employerWorkers',
      about: 'employer',
      words: {
        en: 'Workers of the employer',
        fr: 'Travailleurs de l’employeur',
        nl: 'Werknemers van de werkgever',
        sv: 'Antal anställda hos arbetsgivaren',
        de: 'Beschäftigte des Arbeitgebers',
      },
    },
    1,
    1000000,
    20,
  ),
  decimalFact(
    {
      name: 'accidentInsurancePercent',
      about: 'employer',
      words: {
        en: 'Premium of the work-accident policy, in percent of gross',
        fr: 'Prime de l’assurance accidents du travail, en pour cent du brut',
        nl: 'Premie van de arbeidsongevallenverzekering, in procent van het brutoloon',
        sv: 'Premie för arbetsskadeförsäkring, i procent av bruttolönen',
        de: 'Prämie der Arbeitsunfallversicherung, in Prozent des Bruttolohns',
      },
    },
    '0',
  ),
] as const;

export type Facts = FactsOf<typeof fields>;

export const readFacts = factsReader('BE', fields);

/** A decimal fact as cents, half up beyond the second decimal. */
export function euro(text: string): bigint {
  if (text === '0') return 0n;
  const { num, den } = rate(text);
  return (num * 200n + den) / (2n * den);
}
