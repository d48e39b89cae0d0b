import type { Catalogue } from '../en/index.js';

export const refusal: Catalogue['refusal'] = {
  caption: 'Was abgelehnt wurde, das Neueste zuerst',
  nothing: 'Nichts wurde abgelehnt.',
  when: 'Wann',
  why: 'Warum',
  what: 'Was ankam',
  from: 'Von',
  by: 'Abgelehnt von',
  count: 'Wie oft',
  kinds: {
    unsigned: 'nicht von dem unterschrieben, den es nennt',
    unreadable: 'nicht in der vereinbarten Form',
    elsewhere: 'für jemand anderen bestimmt',
    outdated: 'außerhalb der gültigen Zeit',
    contradiction: 'widerspricht dem, was vorher gesagt wurde',
    nonsense: 'gut unterschrieben, gegen die Regeln, mit Nein beantwortet',
    other: 'aus einem anderen Grund',
  },
};
