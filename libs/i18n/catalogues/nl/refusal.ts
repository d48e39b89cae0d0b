import type { Catalogue } from '../en/index.js';

export const refusal: Catalogue['refusal'] = {
  caption: 'Wat is geweigerd, nieuwste eerst',
  nothing: 'Er is niets geweigerd.',
  when: 'Wanneer',
  why: 'Waarom',
  what: 'Wat binnenkwam',
  from: 'Van',
  by: 'Geweigerd door',
  count: 'Hoe vaak',
  kinds: {
    unsigned: 'niet ondertekend door wie het noemt',
    unreadable: 'niet in de afgesproken vorm',
    elsewhere: 'voor iemand anders bedoeld',
    outdated: 'buiten de geldige tijd',
    contradiction: 'spreekt tegen wat eerder is gezegd',
    nonsense: 'goed ondertekend, tegen de regels, met nee beantwoord',
    other: 'om een andere reden',
  },
};
