export const trail = {
  title: 'Wie heeft wat gezien en gedaan',
  answer:
    'Wat medewerkers en programma’s hebben bekeken en wat wie dan ook heeft gewijzigd, nieuwste eerst. Niemand kan het aanpassen.',
  when: 'Wanneer',
  who: 'Wie',
  what: 'Wat',
  about: 'Over',
  outcome: 'Antwoord',
  reference: 'Referentie',
  kind: { saw: 'bekeek', changed: 'wijzigde', command: 'commando' },
  outcomes: { answered: 'beantwoord', refused: 'geweigerd ({{status}})', failed: 'mislukt ({{status}})' },
  byName: 'Alleen van dit e-mailadres of deze sleutel',
  byThing: 'Alleen over dit kenmerk',
  notAnId:
    'Een kenmerk heeft 32 cijfers en letters van a tot f, na een voorvoegsel zoals mem_. Kopieer het uit een adres.',
  show: 'Tonen',
  all: 'Alles tonen',
  older: 'Oudere regels',
  none: 'Zo’n regel is er niet.',
};
