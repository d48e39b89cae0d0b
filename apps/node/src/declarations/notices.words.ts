import type { Words } from '@passerelle/rules';

/** Said with every declaration, because a dictionary of our own is not the schema of an authority. */
export const notices: Readonly<Record<'checked' | 'unchecked', Words>> = {
  unchecked: {
    en: 'Not checked against the official schema: not officially valid.',
    fr: 'Non vérifiée selon le schéma officiel : sans valeur officielle.',
    nl: 'Niet gecontroleerd met het officiële schema: niet officieel geldig.',
    sv: 'Inte kontrollerad mot det officiella schemat: inte officiellt giltig.',
    de: 'Nicht mit dem amtlichen Schema geprüft: nicht amtlich gültig.',
  },
  checked: {
    en: 'Checked with the schema that the sysadmin put into the folder of official schemas. Only the authority accepts.',
    fr: 'Vérifiée selon le schéma que l’administrateur du système a mis dans le dossier des schémas officiels. Seule l’administration peut l’accepter.',
    nl: 'Gecontroleerd met het schema dat de systeembeheerder in de map van officiële schema’s legde. Alleen de overheid aanvaardt.',
    sv: 'Kontrollerad med det schema som systemadministratören lagt i mappen för officiella scheman. Bara myndigheten kan godta den.',
    de: 'Geprüft mit dem Schema, das die Systemverwaltung in den Ordner der amtlichen Schemata gelegt hat. Nur die Behörde nimmt an.',
  },
};
