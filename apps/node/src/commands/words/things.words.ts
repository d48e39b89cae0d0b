import { type Language, type Words, inLanguage } from '@passerelle/doors/at-rest';

/** What the doctor looks at, by the first words of its name. What follows them, a node or a country, is the same everywhere. */
const things: Readonly<Record<string, Words>> = {
  settings: { en: 'settings', fr: 'réglages', nl: 'instellingen', sv: 'inställningar', de: 'Einstellungen' },
  database: { en: 'database', fr: 'base de données', nl: 'database', sv: 'databas', de: 'Datenbank' },
  schema: { en: 'schema', fr: 'schéma', nl: 'schema', sv: 'schema', de: 'Schema' },
  replica: { en: 'replica', fr: 'réplique', nl: 'replica', sv: 'replika', de: 'Replikat' },
  clock: { en: 'clock', fr: 'horloge', nl: 'klok', sv: 'klocka', de: 'Uhr' },
  zone: { en: 'time zone', fr: 'fuseau horaire', nl: 'tijdzone', sv: 'tidszon', de: 'Zeitzone' },
  disk: { en: 'disk', fr: 'disque', nl: 'schijf', sv: 'disk', de: 'Platte' },
  mail: { en: 'letters', fr: 'lettres', nl: 'brieven', sv: 'brev', de: 'Briefe' },
  rules: { en: 'rules', fr: 'règles', nl: 'regels', sv: 'regler', de: 'Regeln' },
  payslips: {
    en: 'payslips',
    fr: 'fiches de paie',
    nl: 'loonfiches',
    sv: 'lönespecifikationer',
    de: 'Lohnabrechnungen',
  },
  backup: { en: 'backup', fr: 'sauvegarde', nl: 'back-up', sv: 'säkerhetskopia', de: 'Sicherung' },
  restore: { en: 'restore', fr: 'restauration', nl: 'herstel', sv: 'återställning', de: 'Wiederherstellung' },
  sealing: { en: 'sealing', fr: 'scellement', nl: 'verzegeling', sv: 'försegling', de: 'Versiegelung' },
  ledger: { en: 'ledger', fr: 'grand livre', nl: 'grootboek', sv: 'huvudbok', de: 'Hauptbuch' },
  mailbox: { en: 'mailbox', fr: 'boîte aux lettres', nl: 'brievenbus', sv: 'brevlåda', de: 'Briefkasten' },
  certificates: { en: 'certificates', fr: 'certificats', nl: 'certificaten', sv: 'certifikat', de: 'Zertifikate' },
  'certificate site': {
    en: 'certificate of the site',
    fr: 'certificat du site',
    nl: 'certificaat van de site',
    sv: 'webbplatsens certifikat',
    de: 'Zertifikat der Website',
  },
  'certificate database': {
    en: 'certificate of the database',
    fr: 'certificat de la base de données',
    nl: 'certificaat van de database',
    sv: 'databasens certifikat',
    de: 'Zertifikat der Datenbank',
  },
  'certificate mailbox': {
    en: 'certificate of the mailbox',
    fr: 'certificat de la boîte aux lettres',
    nl: 'certificaat van de brievenbus',
    sv: 'brevlådans certifikat',
    de: 'Zertifikat des Briefkastens',
  },
  'certificate federation': {
    en: 'certificate of the federation',
    fr: 'certificat de la fédération',
    nl: 'certificaat van de federatie',
    sv: 'federationens certifikat',
    de: 'Zertifikat der Föderation',
  },
  'certificate peer': {
    en: 'certificate of the node',
    fr: 'certificat du nœud',
    nl: 'certificaat van het knooppunt',
    sv: 'nodens certifikat',
    de: 'Zertifikat des Knotens',
  },
  calendar: { en: 'calendar', fr: 'calendrier', nl: 'kalender', sv: 'kalender', de: 'Kalender' },
  peers: { en: 'other nodes', fr: 'autres nœuds', nl: 'andere knooppunten', sv: 'andra noder', de: 'andere Knoten' },
  peer: { en: 'node', fr: 'nœud', nl: 'knooppunt', sv: 'nod', de: 'Knoten' },
  releases: { en: 'releases', fr: 'versions', nl: 'versies', sv: 'versioner', de: 'Versionen' },
  release: { en: 'release of', fr: 'version de', nl: 'versie van', sv: 'version hos', de: 'Version bei' },
};

const longestFirst = Object.keys(things).sort((a, b) => b.length - a.length);

/** "certificate peer fr" as a reader calls it. */
export function thingIn(language: Language, what: string): string {
  const name = longestFirst.find((each) => what === each || what.startsWith(`${each} `));
  return name === undefined ? what : `${inLanguage(things[name]!, language)}${what.slice(name.length)}`;
}
