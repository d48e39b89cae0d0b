import type { Source } from '../source.js';

/** One business case between institutions. Our software never sends these; it reads them in reference numbers. */
export interface EessiCase {
  readonly code: string;
  readonly about: string;
  readonly first: string;
  readonly others: readonly string[];
}

export const eessiSource: Source = {
  text: 'navikt/melosys-eessi: codes read, names from memory',
  confidence: 'to-confirm',
};

export const eessiCases: readonly EessiCase[] = [
  { code: 'LA_BUC_01', about: 'exception, 883/2004 Art. 16', first: 'A001', others: ['A011', 'A002'] },
  { code: 'LA_BUC_02', about: 'work in several states, 883/2004 Art. 13', first: 'A003', others: ['A012', 'A004'] },
  { code: 'LA_BUC_03', about: 'relevant information, change', first: 'A008', others: [] },
  { code: 'LA_BUC_04', about: 'notice of posting, 883/2004 Art. 12', first: 'A009', others: [] },
  { code: 'LA_BUC_05', about: 'notice of applicable law', first: 'A010', others: [] },
  { code: 'LA_BUC_06', about: 'request for information', first: 'A005', others: ['A006'] },
];
