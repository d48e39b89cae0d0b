import type { Language } from '@passerelle/doors';
import type { NodeState } from '../monitoring/nodes.js';
import type { LinkHealth } from '../monitoring/links.js';

export interface OverviewWords {
  readonly title: string;
  readonly node: string;
  readonly state: string;
  readonly lastReport: string;
  readonly states: Readonly<Record<NodeState, string>>;
  readonly everybodyReports: string;
  readonly notEverybodyReports: string;
  readonly details: string;
  readonly language: string;
  readonly alarms: string;
  readonly noAlarms: string;
  readonly links: string;
  readonly from: string;
  readonly to: string;
  readonly acknowledged: string;
  readonly queue: string;
  readonly healths: Readonly<Record<LinkHealth, string>>;
  readonly positions: string;
  readonly noPositions: string;
  readonly amount: string;
  readonly sum: string;
  readonly cycles: string;
  readonly signedBy: string;
  readonly stuck: string;
  readonly nothingStuck: string;
  readonly ageing: string;
  readonly since: string;
  /** Heads of the columns, from what is not due to what is more than 60 days late. */
  readonly ages: readonly [string, string, string, string, string];
}

export const overviewWords: Readonly<Record<Language, OverviewWords>> = {
  en: {
    title: 'Federation',
    node: 'Cooperative',
    state: 'State',
    lastReport: 'Last report',
    states: { live: 'reports', silent: 'silent', 'never-heard': 'never heard' },
    everybodyReports: 'All cooperatives report.',
    notEverybodyReports: 'Not all cooperatives report.',
    details: 'Links, positions and alarms, for federation staff who are signed in',
    language: 'Language',
    alarms: 'Alarms',
    noAlarms: 'There is no alarm.',
    links: 'Links',
    from: 'From',
    to: 'To',
    acknowledged: 'Acknowledged',
    queue: 'Waiting',
    healths: {
      healthy: 'healthy',
      'under-way': 'under way',
      late: 'late',
      down: 'down',
      broken: 'broken',
      unknown: 'unknown',
    },
    positions: 'Positions',
    noPositions: 'Nobody owes anybody anything.',
    amount: 'Amount',
    sum: 'Sum of positions',
    cycles: 'Cycles',
    signedBy: 'Signed by',
    stuck: 'Stuck',
    nothingStuck: 'Nothing is stuck.',
    ageing: 'Age of debts',
    since: 'Due since',
    ages: ['Not due', '0–7 days', '8–30 days', '31–60 days', 'Over 60 days'],
  },
  fr: {
    title: 'Fédération',
    node: 'Coopérative',
    state: 'État',
    lastReport: 'Dernier rapport',
    states: { live: 'fait rapport', silent: 'silencieuse', 'never-heard': 'jamais entendue' },
    everybodyReports: 'Toutes les coopératives font rapport.',
    notEverybodyReports: 'Certaines coopératives ne font pas rapport.',
    details: 'Liaisons, positions et alarmes, pour l’équipe de la fédération connectée',
    language: 'Langue',
    alarms: 'Alarmes',
    noAlarms: 'Aucune alarme.',
    links: 'Liaisons',
    from: 'De',
    to: 'À',
    acknowledged: 'Confirmé',
    queue: 'En attente',
    healths: {
      healthy: 'saine',
      'under-way': 'en cours',
      late: 'en retard',
      down: 'coupée',
      broken: 'rompue',
      unknown: 'inconnue',
    },
    positions: 'Positions',
    noPositions: 'Personne ne doit rien à personne.',
    amount: 'Montant',
    sum: 'Somme des positions',
    cycles: 'Cycles',
    signedBy: 'Signé par',
    stuck: 'Bloqué',
    nothingStuck: 'Rien n’est bloqué.',
    ageing: 'Ancienneté des dettes',
    since: 'Échue depuis',
    ages: ['Non échu', '0–7 jours', '8–30 jours', '31–60 jours', 'Plus de 60 jours'],
  },
  nl: {
    title: 'Federatie',
    node: 'Coöperatie',
    state: 'Toestand',
    lastReport: 'Laatste verslag',
    states: { live: 'doet verslag', silent: 'stil', 'never-heard': 'nooit gehoord' },
    everybodyReports: 'Alle coöperaties doen verslag.',
    notEverybodyReports: 'Niet alle coöperaties doen verslag.',
    details: 'Verbindingen, posities en alarmen, voor aangemelde medewerkers van de federatie',
    language: 'Taal',
    alarms: 'Alarmen',
    noAlarms: 'Er is geen alarm.',
    links: 'Verbindingen',
    from: 'Van',
    to: 'Naar',
    acknowledged: 'Bevestigd',
    queue: 'Wachtend',
    healths: {
      healthy: 'gezond',
      'under-way': 'onderweg',
      late: 'te laat',
      down: 'uitgevallen',
      broken: 'verbroken',
      unknown: 'onbekend',
    },
    positions: 'Posities',
    noPositions: 'Niemand is iemand iets schuldig.',
    amount: 'Bedrag',
    sum: 'Som van de posities',
    cycles: 'Cycli',
    signedBy: 'Ondertekend door',
    stuck: 'Vastgelopen',
    nothingStuck: 'Er is niets vastgelopen.',
    ageing: 'Ouderdom van schulden',
    since: 'Vervallen sinds',
    ages: ['Niet vervallen', '0–7 dagen', '8–30 dagen', '31–60 dagen', 'Meer dan 60 dagen'],
  },
  sv: {
    title: 'Federation',
    node: 'Kooperativ',
    state: 'Läge',
    lastReport: 'Senaste rapport',
    states: { live: 'rapporterar', silent: 'tyst', 'never-heard': 'aldrig hörd' },
    everybodyReports: 'Alla kooperativ rapporterar.',
    notEverybodyReports: 'Alla kooperativ rapporterar inte.',
    details: 'Länkar, positioner och larm, för inloggad personal i federationen',
    language: 'Språk',
    alarms: 'Larm',
    noAlarms: 'Det finns inget larm.',
    links: 'Länkar',
    from: 'Från',
    to: 'Till',
    acknowledged: 'Bekräftat',
    queue: 'Väntar',
    healths: { healthy: 'frisk', 'under-way': 'på väg', late: 'sen', down: 'nere', broken: 'bruten', unknown: 'okänd' },
    positions: 'Positioner',
    noPositions: 'Ingen är skyldig någon något.',
    amount: 'Belopp',
    sum: 'Positionernas summa',
    cycles: 'Cykler',
    signedBy: 'Undertecknat av',
    stuck: 'Fastnat',
    nothingStuck: 'Inget har fastnat.',
    ageing: 'Skuldernas ålder',
    since: 'Förfallen sedan',
    ages: ['Ej förfallen', '0–7 dagar', '8–30 dagar', '31–60 dagar', 'Över 60 dagar'],
  },
  de: {
    title: 'Föderation',
    node: 'Genossenschaft',
    state: 'Zustand',
    lastReport: 'Letzter Bericht',
    states: { live: 'berichtet', silent: 'schweigt', 'never-heard': 'nie gehört' },
    everybodyReports: 'Alle Genossenschaften berichten.',
    notEverybodyReports: 'Nicht alle Genossenschaften berichten.',
    details: 'Verbindungen, Positionen und Alarme, für angemeldete Mitarbeitende der Föderation',
    language: 'Sprache',
    alarms: 'Alarme',
    noAlarms: 'Es gibt keinen Alarm.',
    links: 'Verbindungen',
    from: 'Von',
    to: 'An',
    acknowledged: 'Bestätigt',
    queue: 'Wartend',
    healths: {
      healthy: 'gesund',
      'under-way': 'unterwegs',
      late: 'verspätet',
      down: 'unterbrochen',
      broken: 'zerbrochen',
      unknown: 'unbekannt',
    },
    positions: 'Positionen',
    noPositions: 'Niemand schuldet jemandem etwas.',
    amount: 'Betrag',
    sum: 'Summe der Positionen',
    cycles: 'Zyklen',
    signedBy: 'Unterschrieben von',
    stuck: 'Hängt fest',
    nothingStuck: 'Nichts hängt fest.',
    ageing: 'Alter der Schulden',
    since: 'Fällig seit',
    ages: ['Nicht fällig', '0–7 Tage', '8–30 Tage', '31–60 Tage', 'Über 60 Tage'],
  },
};
