import { country, dated } from '@passerelle/values';
import type { HostNotice, HostRule } from '../rule.js';

/** Hungary: the labour authority's form, by the start of work. */
export const hungary: HostRule = {
  host: country('HU'),
  notice: dated<HostNotice>('coordination.posting.hu', [
    '2017-01-01',
    {
      system: 'Munkaügyi hatóság, kiküldetés bejelentése',
      url: null,
      by: 'home',
      byInAgencyWork: 'home',
      daysBefore: 0,
      selfEmployedWork: [],
      exemptions: [],
      also: [],
    },
    'Labour authority of Hungary, online form; from memory',
    'to-confirm',
  ]),
};
