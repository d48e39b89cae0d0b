import { dated, percent } from '@passerelle/values';
import { act, scheme } from '../kit/scheme.js';

/** The worker's own contribution to social security, on 100 % of an employee's gross and 108 % of the others'. */
export const employeeContribution = scheme({
  id: 'be.employee-contribution',
  localName: 'RSZ / ONSS',
  law: act('Act of 29 June 1981 on the general principles of social security', 'art. 38, § 2'),
  words: {
    en: 'Worker’s social security contribution',
    fr: 'Cotisation personnelle de sécurité sociale',
    nl: 'Persoonlijke socialezekerheidsbijdrage',
    sv: 'Arbetstagarens socialförsäkringsavgift',
    de: 'Arbeitnehmerbeitrag zur sozialen Sicherheit',
  },
  worker: dated('be.employee-contribution.worker', ['2018-01-01', percent('13.07'), 'NSSO, kinds of contributions']),
});
