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

const paidWhenWords = {
  now: w(
    'With this payslip',
    'Avec cette fiche de paie',
    'Met deze loonfiche',
    'Med denna lönespecifikation',
    'Mit dieser Lohnabrechnung',
  ),
  later: w(
    'With a later payslip',
    'Avec une fiche de paie ultérieure',
    'Met een latere loonfiche',
    'Med en senare lönespecifikation',
    'Mit einer späteren Lohnabrechnung',
  ),
  none: w('None', 'Aucune', 'Geen', 'Ingen', 'Keine'),
};

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
    asked('person', 'status', w('Kind of member', 'Statut', 'Statuut', 'Typ av medlem', 'Art der Mitgliedschaft')),
    ['employee', 'artist', 'technician', 'entrepreneur'],
    'employee',
    {
      artist: w(
        'On stage or creating',
        'Sur scène ou en création',
        'Op het podium of als scheppend kunstenaar',
        'På scen eller skapande',
        'Auf der Bühne oder künstlerisch schaffend',
      ),
      technician: w(
        'Technician of shows',
        'Technique du spectacle',
        'Techniek van voorstellingen',
        'Scenteknik',
        'Veranstaltungstechnik',
      ),
      employee: w('Other work', 'Autre travail', 'Ander werk', 'Annat arbete', 'Andere Arbeit'),
      entrepreneur: w(
        'Employed entrepreneur (CESA)',
        'Entrepreneuriat salarié (CESA)',
        'Ondernemen in loondienst (CESA)',
        'Anställd företagare (CESA)',
        'Angestelltes Unternehmertum (CESA)',
      ),
    },
    ['artist', 'technician', 'employee'],
  ),
  yesNoFact(
    asked(
      'person',
      'executive',
      w('Executive (cadre)', 'Cadre', 'Kaderlid (cadre)', 'Tjänsteman i ledande ställning (cadre)', 'Leitend (cadre)'),
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
    {
      'default-grid': w(
        'By the default grid',
        'Selon la grille de taux par défaut',
        'Volgens de standaardtabel',
        'Enligt standardtabellen',
        'Nach der Standardtabelle',
      ),
      'own-rate': w(
        'Own rate, sent by the tax office',
        'Taux personnalisé, transmis par l’administration',
        'Eigen tarief, van de belastingdienst',
        'Egen skattesats, från skattemyndigheten',
        'Eigener Satz, vom Finanzamt',
      ),
    },
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
    {
      mainland: w(
        'Metropolitan France',
        'France métropolitaine',
        'Europees Frankrijk',
        'Europeiska Frankrike',
        'Europäisches Frankreich',
      ),
      'antilles-reunion': w(
        'Guadeloupe, Martinique or Réunion',
        'Guadeloupe, Martinique ou La Réunion',
        'Guadeloupe, Martinique of Réunion',
        'Guadeloupe, Martinique eller Réunion',
        'Guadeloupe, Martinique oder Réunion',
      ),
      'guyane-mayotte': w(
        'French Guiana or Mayotte',
        'Guyane ou Mayotte',
        'Frans-Guyana of Mayotte',
        'Franska Guyana eller Mayotte',
        'Französisch-Guayana oder Mayotte',
      ),
      abroad: w('Abroad', 'À l’étranger', 'In het buitenland', 'Utomlands', 'Im Ausland'),
    },
  ),
  choiceFact(
    asked(
      'engagement',
      'contract',
      w('Kind of contract', 'Nature du contrat', 'Soort contract', 'Typ av avtal', 'Art des Vertrags'),
    ),
    ['usual', 'cdi', 'cdd', 'cddu'],
    'usual',
    {
      usual: w(
        'The usual one: CDDU in shows, otherwise CDI',
        'Le contrat habituel : CDDU pour le spectacle, sinon CDI',
        'Het gebruikelijke: CDDU voor voorstellingen, anders CDI',
        'Det vanliga: CDDU för föreställningar, annars CDI',
        'Der übliche: CDDU für Veranstaltungen, sonst CDI',
      ),
      cdi: w(
        'Open-ended (CDI)',
        'Durée indéterminée (CDI)',
        'Onbepaalde duur (CDI)',
        'Tillsvidare (CDI)',
        'Unbefristet (CDI)',
      ),
      cdd: w(
        'Fixed-term (CDD)',
        'Durée déterminée (CDD)',
        'Bepaalde duur (CDD)',
        'Tidsbegränsat (CDD)',
        'Befristet (CDD)',
      ),
      cddu: w(
        'Fixed-term by custom of the trade (CDDU)',
        'Durée déterminée d’usage (CDDU)',
        'Bepaalde duur volgens gebruik (CDDU)',
        'Tidsbegränsat enligt branschens sed (CDDU)',
        'Befristet nach Brauch der Branche (CDDU)',
      ),
    },
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
    {
      'up-to-2-months': w(
        'Up to 2 months',
        'Jusqu’à 2 mois',
        'Tot en met 2 maanden',
        'Högst 2 månader',
        'Bis zu 2 Monate',
      ),
      'up-to-3-months': w(
        'More than 2 and up to 3 months',
        'Plus de 2 et jusqu’à 3 mois',
        'Meer dan 2 tot en met 3 maanden',
        'Mer än 2 och högst 3 månader',
        'Mehr als 2 und bis zu 3 Monate',
      ),
      longer: w('More than 3 months', 'Plus de 3 mois', 'Meer dan 3 maanden', 'Mer än 3 månader', 'Mehr als 3 Monate'),
    },
  ),
  yesNoFact(
    asked(
      'engagement',
      'contractStarts',
      w(
        'First payslip of a fixed-term contract',
        "Première fiche de paie d'un contrat à durée déterminée",
        'Eerste loonfiche van een contract van bepaalde duur',
        'Första lönespecifikationen i ett tidsbegränsat avtal',
        'Erste Lohnabrechnung eines befristeten Vertrags',
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
    paidWhenWords,
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
    paidWhenWords,
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
        'Heures payées sur cette fiche de paie, hors cachets (0 : selon les jours)',
        'Uren op deze loonfiche, zonder cachets (0: volgens de dagen)',
        'Timmar på denna lönespecifikation, utom cachets (0: efter dagarna)',
        'Stunden dieser Lohnabrechnung, ohne Cachets (0: nach Tagen)',
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
    {
      'by-days-worked': w(
        'By the days worked',
        'Selon les jours travaillés',
        'Volgens de gewerkte dagen',
        'Efter arbetade dagar',
        'Nach den gearbeiteten Tagen',
      ),
      'under-five-days': w(
        'Less than five days',
        'Moins de cinq jours',
        'Minder dan vijf dagen',
        'Mindre än fem dagar',
        'Weniger als fünf Tage',
      ),
      'five-days-or-more': w(
        'Five days or more',
        'Cinq jours ou plus',
        'Vijf dagen of meer',
        'Fem dagar eller mer',
        'Fünf Tage oder mehr',
      ),
    },
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
    {
      none: w('None', 'Aucune', 'Geen', 'Inget', 'Keiner'),
      performers: w(
        'Dramatic, lyric, cinema and choreographic artists',
        'Artistes dramatiques, lyriques, cinématographiques et chorégraphiques',
        'Toneel-, opera-, film- en dansartiesten',
        'Artister inom teater, opera, film och dans',
        'Schauspiel, Oper, Film und Tanz',
      ),
      musicians: w(
        'Musicians, choristers, conductors, theatre stage managers',
        'Musiciens, choristes, chefs d’orchestre, régisseurs de théâtre',
        'Muzikanten, koorzangers, dirigenten, toneelmeesters',
        'Musiker, körsångare, dirigenter, inspicienter',
        'Musik, Chor, Orchesterleitung, Inspizienz',
      ),
    },
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
        'Tak för cadre-anställdas dödsfallsförsäkring vid deltid',
        'Grenze der Todesfalldeckung Leitender bei Teilzeit',
      ),
    ),
    ['reduced', 'full'],
    'reduced',
    {
      reduced: w(
        'Reduced with the hours',
        'Réduit selon la durée du travail',
        'Verlaagd volgens de uren',
        'Sänkt efter arbetstiden',
        'Nach der Arbeitszeit gekürzt',
      ),
      full: w('Full', 'Entier', 'Volledig', 'Fullt', 'Voll'),
    },
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
    {
      'under-1': w('Under 1 %', 'Moins de 1 %', 'Minder dan 1 %', 'Under 1 %', 'Unter 1 %'),
      'under-2': w(
        'From 1 to under 2 %',
        'De 1 à moins de 2 %',
        'Van 1 tot minder dan 2 %',
        'Från 1 till under 2 %',
        'Von 1 bis unter 2 %',
      ),
      'under-3': w(
        'From 2 to under 3 %',
        'De 2 à moins de 3 %',
        'Van 2 tot minder dan 3 %',
        'Från 2 till under 3 %',
        'Von 2 bis unter 3 %',
      ),
      'under-5': w(
        'From 3 to under 5 %',
        'De 3 à moins de 5 %',
        'Van 3 tot minder dan 5 %',
        'Från 3 till under 5 %',
        'Von 3 bis unter 5 %',
      ),
      'from-5': w('5 % or more', '5 % ou plus', '5 % of meer', '5 % eller mer', '5 % oder mehr'),
    },
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
    {
      other: w('Another', 'Une autre', 'Een andere', 'Ett annat', 'Ein anderer'),
      '1285': w(
        'Artistic and cultural enterprises (IDCC 1285)',
        'Entreprises artistiques et culturelles (IDCC 1285)',
        'Artistieke en culturele ondernemingen (IDCC 1285)',
        'Konst- och kulturföretag (IDCC 1285)',
        'Künstlerische und kulturelle Betriebe (IDCC 1285)',
      ),
      '3090': w(
        'Private live performance (IDCC 3090)',
        'Spectacle vivant privé (IDCC 3090)',
        'Private podiumkunsten (IDCC 3090)',
        'Privat scenkonst (IDCC 3090)',
        'Private darstellende Künste (IDCC 3090)',
      ),
    },
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
    {
      'paid-days': w(
        'By thirtieths, of the days paid',
        'Par trentièmes, selon les jours payés',
        'In dertigsten, volgens de betaalde dagen',
        'I trettiondelar, efter betalda dagar',
        'In Dreißigsteln, nach bezahlten Tagen',
      ),
      'calendar-days': w(
        'By calendar days',
        'Selon les jours calendaires',
        'Volgens de kalenderdagen',
        'Efter kalenderdagar',
        'Nach Kalendertagen',
      ),
    },
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
    {
      'as-decreed': w(
        'As decreed for the reduction',
        'Celui que le décret fixe pour la réduction',
        'Zoals voor de vermindering bepaald',
        'Som fastställts för nedsättningen',
        'Wie für die Ermäßigung festgesetzt',
      ),
      'of-the-month': w('That of the month', 'Celui du mois', 'Dat van de maand', 'Månadens', 'Der des Monats'),
    },
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
