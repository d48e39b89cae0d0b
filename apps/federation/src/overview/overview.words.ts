import type { Language } from '@passerelle/doors';
import type { NodeState } from '../monitoring/nodes.js';

export interface OverviewWords {
  readonly title: string;
  readonly nodes: string;
  readonly node: string;
  readonly state: string;
  readonly lastReport: string;
  readonly states: Readonly<Record<NodeState, string>>;
  readonly everybodyReports: string;
  readonly notEverybodyReports: string;
  readonly details: string;
  readonly status: string;
  readonly language: string;
}

export const overviewWords: Readonly<Record<Language, OverviewWords>> = {
  en: {
    title: 'Federation',
    nodes: 'Cooperatives',
    node: 'Cooperative',
    state: 'State',
    lastReport: 'Last report (UTC)',
    states: { live: 'reports', silent: 'silent', 'never-heard': 'never heard' },
    everybodyReports: 'All cooperatives report.',
    notEverybodyReports: 'Not all cooperatives report.',
    details: 'Links, positions and alarms, for federation staff who are signed in',
    status: 'Is everything working?',
    language: 'Language',
  },
  fr: {
    title: 'Fédération',
    nodes: 'Coopératives',
    node: 'Coopérative',
    state: 'État',
    lastReport: 'Dernier rapport (UTC)',
    states: { live: 'fait rapport', silent: 'silencieuse', 'never-heard': 'jamais entendue' },
    everybodyReports: 'Toutes les coopératives font rapport.',
    notEverybodyReports: 'Certaines coopératives ne font pas rapport.',
    details: 'Liaisons, positions et alarmes, pour l’équipe de la fédération connectée',
    status: 'Tout fonctionne-t-il ?',
    language: 'Langue',
  },
  nl: {
    title: 'Federatie',
    nodes: 'Coöperaties',
    node: 'Coöperatie',
    state: 'Status',
    lastReport: 'Laatste verslag (UTC)',
    states: { live: 'doet verslag', silent: 'stil', 'never-heard': 'nooit gehoord' },
    everybodyReports: 'Alle coöperaties doen verslag.',
    notEverybodyReports: 'Niet alle coöperaties doen verslag.',
    details: 'Verbindingen, posities en alarmen, voor aangemelde medewerkers van de federatie',
    status: 'Werkt alles?',
    language: 'Taal',
  },
  sv: {
    title: 'Federation',
    nodes: 'Kooperativ',
    node: 'Kooperativ',
    state: 'Läge',
    lastReport: 'Senaste rapport (UTC)',
    states: { live: 'rapporterar', silent: 'tyst', 'never-heard': 'aldrig hörd' },
    everybodyReports: 'Alla kooperativ rapporterar.',
    notEverybodyReports: 'Alla kooperativ rapporterar inte.',
    details: 'Länkar, positioner och larm, för inloggad personal i federationen',
    status: 'Fungerar allt?',
    language: 'Språk',
  },
  de: {
    title: 'Föderation',
    nodes: 'Genossenschaften',
    node: 'Genossenschaft',
    state: 'Status',
    lastReport: 'Letzter Bericht (UTC)',
    states: { live: 'berichtet', silent: 'schweigt', 'never-heard': 'nie gehört' },
    everybodyReports: 'Alle Genossenschaften berichten.',
    notEverybodyReports: 'Nicht alle Genossenschaften berichten.',
    details: 'Verbindungen, Positionen und Alarme, für angemeldete Mitarbeitende der Föderation',
    status: 'Läuft alles?',
    language: 'Sprache',
  },
};
