import {
  type FactField,
  type FactsOf,
  choiceFact,
  decimalFact,
  factsReader,
  wholeFact,
  yesNoFact,
} from '../kit/facts.js';
import type { Words } from '../kit/words.js';

const w = (en: string, fr: string, nl: string, sv: string, de: string): Words => ({ en, fr, nl, sv, de });
const asked = <const N extends string>(about: FactField['about'], name: N, words: Words) => ({ name, about, words });

const paidWhen = ['now', 'later', 'none'] as const;

const payOfDay = <const N extends number>(number: N) =>
  decimalFact(
    asked(
      'engagement',
      `payDay${number}`,
      w(
        `Pay of day ${number}, when an artist's days are paid unequally (0: equal days)`,
        `Paie du jour ${number}, si les jours sont payés inégalement (0 : jours égaux)`,
        `Loon van dag ${number}, als de dagen ongelijk betaald zijn (0: gelijke dagen)`,
        `Lön för dag ${number}, om dagarna betalas olika (0: lika dagar)`,
        `Lohn von Tag ${number}, bei ungleich bezahlten Tagen (0: gleiche Tage)`,
      ),
    ),
    '0',
  );

/** All facts, in the order of a form. */
export const fields = [
  choiceFact(
    asked('person', 'status', w('Kind of member', 'Statut', 'Statuut', 'Slag av medlem', 'Art der Mitgliedschaft')),
    ['employee', 'artist', 'technician', 'entrepreneur'],
    'employee',
    {
      artist: w(
        'On stage or creating',
        'Sur scène ou en création',
        'Op het podium of scheppend',
        'På scen eller skapande',
        'Auf der Bühne oder schaffend',
      ),
      technician: w(
        'Technician of shows',
        'Technique du spectacle',
        'Techniek van voorstellingen',
        'Scenteknik',
        'Veranstaltungstechnik',
      ),
      employee: w('Other work', 'Autre travail', 'Ander werk', 'Annat arbete', 'Andere Arbeit'),
    },
  ),
  yesNoFact(
    asked(
      'person',
      'executive',
      w('Executive (cadre)', 'Cadre', 'Kaderlid (cadre)', 'Chefsställning (cadre)', 'Leitend (cadre)'),
    ),
    false,
  ),
  choiceFact(
    asked(
      'person',
      'withholding',
      w(
        'Rate of income tax held back',
        'Taux du prélèvement à la source',
        'Tarief van de bronheffing',
        'Skattesats för källskatt',
        'Satz des Steuerabzugs',
      ),
    ),
    ['default-grid', 'own-rate'],
    'default-grid',
  ),
  decimalFact(
    asked(
      'person',
      'withholdingRate',
      w(
        'Rate sent by the tax office, in percent',
        "Taux transmis par l'administration, en pour cent",
        'Tarief van de belastingdienst, in procent',
        'Skattesats från skattemyndigheten, i procent',
        'Satz des Finanzamts, in Prozent',
      ),
    ),
    '0',
  ),
  choiceFact(
    asked(
      'person',
      'taxHome',
      w('Tax home', 'Domicile fiscal', 'Fiscale woonplaats', 'Skatterättslig hemvist', 'Steuerwohnsitz'),
    ),
    ['mainland', 'antilles-reunion', 'guyane-mayotte', 'abroad'],
    'mainland',
  ),
  choiceFact(
    asked(
      'engagement',
      'contract',
      w('Kind of contract', 'Nature du contrat', 'Soort contract', 'Slag av avtal', 'Art des Vertrags'),
    ),
    ['usual', 'cdi', 'cdd', 'cddu'],
    'usual',
  ),
  choiceFact(
    asked(
      'engagement',
      'contractLength',
      w(
        'Length of the contract as first agreed, date to date',
        'Durée initiale du contrat, de date à date',
        'Oorspronkelijke duur van het contract, van datum tot datum',
        'Avtalets ursprungliga längd, datum till datum',
        'Ursprüngliche Dauer des Vertrags, von Tag zu Tag',
      ),
    ),
    ['up-to-2-months', 'up-to-3-months', 'longer'],
    'up-to-2-months',
  ),
  yesNoFact(
    asked(
      'engagement',
      'contractStarts',
      w(
        'First payslip of a fixed-term contract',
        "Premier bulletin d'un contrat à durée déterminée",
        'Eerste loonbrief van een contract van bepaalde duur',
        'Första lönebeskedet i ett tidsbegränsat avtal',
        'Erste Abrechnung eines befristeten Vertrags',
      ),
    ),
    true,
  ),
  choiceFact(
    asked(
      'engagement',
      'endIndemnity',
      w(
        'End-of-contract indemnity of a CDD',
        'Indemnité de fin de contrat (CDD)',
        'Vergoeding bij het einde van een CDD',
        'Slutersättning vid CDD',
        'Abfindung am Ende eines CDD',
      ),
    ),
    paidWhen,
    'now',
  ),
  choiceFact(
    asked(
      'engagement',
      'leaveIndemnity',
      w(
        'Paid leave indemnity of a fixed-term contract',
        'Indemnité compensatrice de congés payés',
        'Vakantievergoeding van een contract van bepaalde duur',
        'Semesterersättning vid tidsbegränsat avtal',
        'Urlaubsabgeltung eines befristeten Vertrags',
      ),
    ),
    paidWhen,
    'now',
  ),
  decimalFact(
    asked(
      'engagement',
      'weeklyHours',
      w(
        'Hours of the contract in a week',
        'Durée hebdomadaire du contrat, en heures',
        'Contracturen per week',
        'Avtalade timmar per vecka',
        'Vertragsstunden je Woche',
      ),
    ),
    '35',
  ),
  decimalFact(
    asked(
      'engagement',
      'hours',
      w(
        'Hours paid on this payslip, cachets aside (0: from the days)',
        'Heures payées sur ce bulletin, hors cachets (0 : selon les jours)',
        'Uren op deze loonbrief, zonder cachets (0: volgens de dagen)',
        'Timmar på detta lönebesked, utom cachets (0: efter dagarna)',
        'Stunden dieser Abrechnung, ohne Cachets (0: nach Tagen)',
      ),
    ),
    '0',
  ),
  wholeFact(asked('engagement', 'cachets', w('Cachets', 'Cachets', 'Cachets', 'Cachets', 'Cachets (Gagen)')), 0, 62, 0),
  choiceFact(
    asked(
      'engagement',
      'engagementLength',
      w(
        'Continuous engagement of an artist',
        "Engagement continu d'un artiste",
        'Ononderbroken engagement van een kunstenaar',
        'Sammanhängande engagemang för en artist',
        'Ununterbrochenes Engagement eines Künstlers',
      ),
    ),
    ['by-days-worked', 'under-five-days', 'five-days-or-more'],
    'by-days-worked',
  ),
  // An artist engaged for less than five days has at most four of them.
  payOfDay(1),
  payOfDay(2),
  payOfDay(3),
  payOfDay(4),
  choiceFact(
    asked(
      'engagement',
      'deduction',
      w(
        'Flat deduction for professional expenses (DFS)',
        'Déduction forfaitaire spécifique (DFS)',
        'Forfaitaire aftrek voor beroepskosten (DFS)',
        'Schablonavdrag för yrkeskostnader (DFS)',
        'Pauschaler Abzug für Berufskosten (DFS)',
      ),
    ),
    ['none', 'performers', 'musicians'],
    'none',
  ),
  decimalFact(
    asked(
      'engagement',
      'fixedPart',
      w(
        'Fixed monthly part of a CESA, in euros',
        "Part fixe mensuelle d'un CESA, en euros",
        'Vast maanddeel van een CESA, in euro',
        'Fast månadsdel i ett CESA, i euro',
        'Fester Monatsteil eines CESA, in Euro',
      ),
    ),
    '0',
  ),
  wholeFact(
    asked(
      'employer',
      'headcount',
      w('Employees of the company', "Effectif de l'entreprise", 'Werknemers', 'Antal anställda', 'Beschäftigte'),
    ),
    1,
    1_000_000,
    5,
  ),
  decimalFact(
    asked(
      'employer',
      'accidentRate',
      w(
        'Work accident rate notified to the establishment, in percent (0: the national average)',
        "Taux AT/MP notifié à l'établissement, en pour cent (0 : la moyenne nationale)",
        'Tarief arbeidsongevallen van de vestiging, in procent (0: het nationale gemiddelde)',
        'Arbetsställets sats för arbetsskador, i procent (0: riksgenomsnittet)',
        'Unfallsatz des Betriebs, in Prozent (0: der Landesdurchschnitt)',
      ),
    ),
    '0',
  ),
  decimalFact(
    asked(
      'employer',
      'mobilityRate',
      w(
        'Mobility levy of the place, in percent',
        'Taux du versement mobilité, en pour cent',
        'Mobiliteitsheffing van de plaats, in procent',
        'Ortens mobilitetsavgift, i procent',
        'Mobilitätsabgabe des Ortes, in Prozent',
      ),
    ),
    '0',
  ),
  decimalFact(
    asked(
      'employer',
      'healthPremium',
      w(
        'Health plan premium of a month, in euros',
        'Prime mensuelle de complémentaire santé, en euros',
        'Maandpremie van de ziekteverzekering, in euro',
        'Sjukförsäkringens månadspremie, i euro',
        'Monatsprämie der Zusatzkrankenversicherung, in Euro',
      ),
    ),
    '0',
  ),
  decimalFact(
    asked(
      'employer',
      'healthEmployerShare',
      w(
        "Employer's share of the health plan, in percent",
        "Part de l'employeur dans la complémentaire santé, en pour cent",
        'Werkgeversdeel van de ziekteverzekering, in procent',
        'Arbetsgivarens del av sjukförsäkringen, i procent',
        'Arbeitgeberanteil der Zusatzkrankenversicherung, in Prozent',
      ),
    ),
    '50',
  ),
  choiceFact(
    asked(
      'employer',
      'deathCoverCeiling',
      w(
        'Ceiling of the executives’ death cover in part time',
        'Plafond de la prévoyance des cadres à temps partiel',
        'Plafond van de overlijdensdekking van kaderleden bij deeltijd',
        'Tak för chefernas dödsfallsförsäkring vid deltid',
        'Grenze der Todesfalldeckung Leitender bei Teilzeit',
      ),
    ),
    ['reduced', 'full'],
    'reduced',
  ),
  yesNoFact(
    asked(
      'employer',
      'apprenticeshipTax',
      w(
        'Liable to the apprenticeship tax',
        "Assujetti à la taxe d'apprentissage",
        'Onderworpen aan de leerlingheffing',
        'Betalar lärlingsskatt',
        'Pflichtig zur Ausbildungsabgabe',
      ),
    ),
    true,
  ),
  choiceFact(
    asked(
      'employer',
      'apprenticeShare',
      w(
        'Apprentices among the employees, from 250 employees',
        "Part d'alternants, à partir de 250 salariés",
        'Aandeel leerlingen, vanaf 250 werknemers',
        'Andel lärlingar, från 250 anställda',
        'Anteil der Auszubildenden, ab 250 Beschäftigten',
      ),
    ),
    ['under-1', 'under-2', 'under-3', 'under-5', 'from-5'],
    'under-1',
  ),
  choiceFact(
    asked(
      'employer',
      'convention',
      w(
        'Collective agreement of the production (IDCC)',
        'Convention collective de la production (IDCC)',
        'Collectieve arbeidsovereenkomst van de productie (IDCC)',
        'Produktionens kollektivavtal (IDCC)',
        'Tarifvertrag der Produktion (IDCC)',
      ),
    ),
    ['other', '1285', '3090'],
    'other',
  ),
  choiceFact(
    asked(
      'employer',
      'intermittentCeiling',
      w(
        'Ceiling of intermittent workers',
        'Plafond des intermittents',
        'Plafond van intermitterende werknemers',
        'Tak för intermittenta',
        'Grenze der unständig Beschäftigten',
      ),
    ),
    ['paid-days', 'calendar-days'],
    'paid-days',
  ),
  choiceFact(
    asked(
      'employer',
      'reductionMinimumWage',
      w(
        'Minimum wage in the general reduction',
        'Smic de la réduction générale',
        'Minimumloon in de algemene vermindering',
        'Minimilön i den allmänna nedsättningen',
        'Mindestlohn in der allgemeinen Ermäßigung',
      ),
    ),
    ['as-decreed', 'of-the-month'],
    'as-decreed',
  ),
  yesNoFact(
    asked(
      'employer',
      'alsaceMoselle',
      w(
        'Establishment in Alsace-Moselle',
        'Établissement en Alsace-Moselle',
        'Vestiging in Elzas-Moezel',
        'Arbetsställe i Alsace-Moselle',
        'Betrieb in Elsass-Mosel',
      ),
    ),
    false,
  ),
] as const;

export type Facts = FactsOf<typeof fields>;

export const readFacts = factsReader('FR', fields);
