export const trail = {
  title: 'Wer hat was gesehen und getan',
  answer:
    'Was das Team und Programme angesehen haben und was irgendjemand geändert hat, das Neueste zuerst. Niemand kann es bearbeiten.',
  when: 'Wann',
  who: 'Wer',
  what: 'Was',
  about: 'Betrifft',
  outcome: 'Antwort',
  reference: 'Kennung',
  kind: { saw: 'sah', changed: 'änderte', command: 'Befehl' },
  outcomes: { answered: 'beantwortet', refused: 'abgelehnt ({{status}})', failed: 'fehlgeschlagen ({{status}})' },
  byName: 'Nur von dieser E-Mail-Adresse oder diesem Schlüssel',
  byThing: 'Nur zu dieser Kennung',
  notAnId:
    'Eine Kennung hat 32 Ziffern und Buchstaben von a bis f, nach einem Vorsatz wie mem_. Kopieren Sie sie aus einer Adresse.',
  show: 'Zeigen',
  all: 'Alles zeigen',
  older: 'Ältere Einträge',
  none: 'So einen Eintrag gibt es nicht.',
};
