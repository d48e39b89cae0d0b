import { type Dated, dated } from '@passerelle/values';
import type { RecordKind, Retentions } from '../kit/retention.js';
import { act } from '../kit/scheme.js';

const law = act('demo rule', 'not law');
const fiveYears = (kind: RecordKind): Dated<number> =>
  dated(`xx.retention.${kind}`, ['2024-01-01', 5, 'demo rule, not law']);

export const retentions: Retentions = {
  wages: { law, years: fiveYears('wages') },
  books: { law, years: fiveYears('books') },
  insurance: { law, years: fiveYears('insurance') },
};
