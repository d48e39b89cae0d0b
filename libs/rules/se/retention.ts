import { dated } from '@passerelle/values';
import type { Retentions } from '../kit/retention.js';
import { act } from '../kit/scheme.js';

const bookkeepingAct = act('Bokföringslag (1999:1078)', '7 kap. 2 §');
const untilTheSeventhYear =
  'Until and including the seventh year after the calendar year in which the financial year ended, as published by Skatteverket (Rättslig vägledning 2016.9) and zentralen.se';

/** Arkiveringstid. What a payment of wages rests on is part of the books. */
export const retentions: Retentions = {
  wages: {
    law: bookkeepingAct,
    years: dated('se.retention.wages', ['2011-01-01', 7, untilTheSeventhYear, 'secondary']),
  },
  books: {
    law: bookkeepingAct,
    years: dated('se.retention.books', ['2011-01-01', 7, untilTheSeventhYear, 'secondary']),
  },
  insurance: {
    law: act('Skatteförfarandeförordning (2011:1261)', '9 kap. 1 §'),
    years: dated('se.retention.insurance', [
      '2012-01-01',
      7,
      'Seven years for what a tax return rests on; believed, no source opened yet',
      'to-confirm',
    ]),
  },
};
