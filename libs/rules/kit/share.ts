import type { Rate } from '@passerelle/values';
import { type Factor, factor } from './exact.js';
import type { InForce } from './figures.js';
import { type LineKind, type LineShape, lineKind } from './line.js';
import type { Scheme } from './scheme.js';

/** A rate of law made ready: how much it takes of an amount, and the line that says so. */
export interface Share {
  readonly factor: Factor;
  readonly kind: LineKind;
}

interface ShareShape extends Omit<LineShape, 'figures' | 'workerRate' | 'employerRate'> {
  /** Other figures that the line rests on. */
  readonly figures?: LineShape['figures'];
}

/** A rate that the worker or the employer pays by the group of its line; what is earned has it on both sides. */
export function shareOf(of: Scheme, { value, applied }: InForce<Rate>, shape: ShareShape): Share {
  const { group, figures = [] } = shape;
  return {
    factor: factor(value),
    kind: lineKind(of, {
      ...shape,
      figures: [applied, ...figures],
      workerRate: group === 'employer_social' ? undefined : value,
      employerRate: group === 'employer_social' || group === 'earned' ? value : undefined,
    }),
  };
}
