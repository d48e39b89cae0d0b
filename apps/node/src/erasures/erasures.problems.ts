import { notFound, Problem, refusalTable } from '@passerelle/doors';
import type { ErasureRefusal } from './erasures.service.js';

export const erasureProblems = refusalTable<ErasureRefusal>({
  'no-such-member': () => new Problem(notFound),
});
