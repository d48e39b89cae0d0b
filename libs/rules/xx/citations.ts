import { citationsOf } from '../kit/citations.js';

export const citations = citationsOf(
  [
    [
      'demo rule, not law',
      'règle de démonstration, pas une loi',
      'demonstratieregel, geen wet',
      'demoregel, inte lag',
      'Vorführregel, kein Gesetz',
    ],
    ['demo rule', 'règle de démonstration', 'demonstratieregel', 'demoregel', 'Vorführregel'],
  ],
  ['Demo Act', 'Demo Contracts Act', 'Demo Contributions Act', 'Demo Pay Act', 'Demo Tax Act'],
);
