import type { Language } from '@passerelle/rules';

/** What is printed on the page that proves who accepted a paper. */
export interface EvidenceWords {
  readonly title: string;
  readonly who: string;
  readonly at: string;
  /** With `{{zone}}`. */
  readonly atLocal: string;
  readonly how: string;
  readonly address: string;
  readonly browser: string;
  readonly hashes: string;
  readonly documentHash: string;
  readonly agreement: string;
  /** With `{{name}}`. */
  readonly inside: string;
}

export const evidenceWords: Readonly<Record<Language, EvidenceWords>> = {
  en: {
    title: 'Evidence of acceptance',
    who: 'Who',
    at: 'When (UTC)',
    atLocal: 'When ({{zone}})',
    how: 'How identified',
    address: 'From network address',
    browser: 'With',
    hashes: 'What was accepted',
    documentHash: 'Fingerprint of the document as shown (SHA-256)',
    agreement: 'Fingerprint of the agreed terms (SHA-256)',
    inside:
      'The document as it was shown travels inside this file under the name {{name}}: its fingerprint must be the one above.',
  },
  fr: {
    title: 'Preuve de l’acceptation',
    who: 'Qui',
    at: 'Quand (UTC)',
    atLocal: 'Quand ({{zone}})',
    how: 'Comment identifié',
    address: 'Depuis l’adresse réseau',
    browser: 'Avec',
    hashes: 'Ce qui a été accepté',
    documentHash: 'Empreinte du document tel que montré (SHA-256)',
    agreement: 'Empreinte des conditions convenues (SHA-256)',
    inside:
      'Le document tel qu’il a été montré se trouve dans ce fichier sous le nom {{name}} : son empreinte doit être celle ci-dessus.',
  },
  nl: {
    title: 'Bewijs van aanvaarding',
    who: 'Wie',
    at: 'Wanneer (UTC)',
    atLocal: 'Wanneer ({{zone}})',
    how: 'Hoe geïdentificeerd',
    address: 'Vanaf netwerkadres',
    browser: 'Met',
    hashes: 'Wat aanvaard is',
    documentHash: 'Vingerafdruk van het document zoals getoond (SHA-256)',
    agreement: 'Vingerafdruk van de overeengekomen voorwaarden (SHA-256)',
    inside:
      'Het document zoals het getoond werd, zit in dit bestand onder de naam {{name}}: zijn vingerafdruk moet die hierboven zijn.',
  },
  sv: {
    title: 'Bevis på godkännande',
    who: 'Vem',
    at: 'När (UTC)',
    atLocal: 'När ({{zone}})',
    how: 'Hur identifierad',
    address: 'Från nätverksadress',
    browser: 'Med',
    hashes: 'Vad som godkändes',
    documentHash: 'Fingeravtryck av dokumentet som det visades (SHA-256)',
    agreement: 'De avtalade villkorens fingeravtryck (SHA-256)',
    inside:
      'Dokumentet som det visades finns i den här filen under namnet {{name}}: dess fingeravtryck ska vara det ovan.',
  },
  de: {
    title: 'Nachweis der Annahme',
    who: 'Wer',
    at: 'Wann (UTC)',
    atLocal: 'Wann ({{zone}})',
    how: 'Wie identifiziert',
    address: 'Von der Netzadresse',
    browser: 'Mit',
    hashes: 'Was angenommen wurde',
    documentHash: 'Fingerabdruck des Dokuments, wie es gezeigt wurde (SHA-256)',
    agreement: 'Fingerabdruck der vereinbarten Bedingungen (SHA-256)',
    inside:
      'Das Dokument, wie es gezeigt wurde, liegt in dieser Datei unter dem Namen {{name}}: Sein Fingerabdruck muss der oben genannte sein.',
  },
};
