import { dated, percent } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';

/** Training of groups at risk and guidance of young people. */
export const riskGroups = scheme({
  id: 'be.risk-groups',
  localName: 'Risicogroepen / Groupes à risque',
  law: act('Act of 27 December 2006 on various provisions (I)', 'art. 189 and 195'),
  words: {
    en: 'Groups at risk and youth guidance',
    fr: 'Groupes à risque et accompagnement des jeunes',
    nl: 'Risicogroepen en begeleiding van jongeren',
    sv: 'Riskgrupper och stöd till unga',
    de: 'Risikogruppen und Begleitung junger Menschen',
  },
  employer: dated('be.risk-groups.employer', [
    '2024-01-01',
    percent('0.15'),
    '0.10 % (VBO/FEB) and 0.05 % for young people from memory',
    'to-confirm',
  ]),
});
