import { dated, percent } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';

/** Asbestos fund: due in the quarters that the law names; taken in every quarter until they are confirmed. */
export const asbestosFund = scheme({
  id: 'be.asbestos-fund',
  localName: 'Asbestfonds / Fonds amiante',
  law: act('Programme Act (I) of 27 December 2006', 'art. 116'),
  words: {
    en: 'Asbestos fund',
    fr: 'Fonds amiante',
    nl: 'Asbestfonds',
    sv: 'Asbestfonden',
    de: 'Asbestfonds',
  },
  employer: dated('be.asbestos-fund.employer', ['2024-01-01', percent('0.01'), 'from memory', 'to-confirm']),
});
