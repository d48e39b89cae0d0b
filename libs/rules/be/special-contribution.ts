import { dated, rate } from '@passerelle/values';
import { type Factor, factor, halfUp } from '../kit/exact.js';
import { act, scheme } from '../kit/scheme.js';
import { cents } from './amounts.js';

/** One bracket: a flat amount plus a rate on what exceeds a limit, within bounds. `upTo` includes its own amount. */
interface Bracket {
  readonly upTo: bigint | null;
  readonly flat: bigint;
  readonly rate: Factor;
  readonly over: bigint;
  readonly atLeast: bigint;
  readonly atMost: bigint | null;
}

/** How the household is taxed: alone, both earning, or one earning. */
export type Taxation = 'individual' | 'joint-both' | 'joint-one';

type Scale = Readonly<Record<Taxation, readonly Bracket[]>>;

interface Edges {
  readonly atLeast?: string;
  readonly atMost?: string;
}

const bracket = (upTo: string | null, flat: string, by: string, over: string, edges: Edges = {}): Bracket => ({
  upTo: upTo === null ? null : cents(upTo),
  flat: cents(flat),
  rate: factor(rate(by)),
  over: cents(over),
  atLeast: cents(edges.atLeast ?? '0'),
  atMost: edges.atMost === undefined ? null : cents(edges.atMost),
});

const monthly: Scale = {
  individual: [
    bracket('1945.38', '0', '0', '0'),
    bracket('2190.18', '0', '0.0422', '1945.38'),
    bracket('3737.00', '10.33', '0.011', '2190.18'),
    bracket('4100.00', '27.35', '0.0338', '3737.00'),
    bracket('6038.82', '39.61', '0.011', '4100.00'),
    bracket(null, '60.94', '0', '0'),
  ],
  'joint-both': [
    bracket('1095.09', '0', '0', '0'),
    bracket('1945.37', '5.15', '0', '0'),
    bracket('2190.18', '0', '0.059', '1945.38', { atLeast: '5.15' }),
    bracket(null, '14.44', '0.011', '2190.18', { atMost: '51.64' }),
  ],
  'joint-one': [
    bracket('1945.37', '0', '0', '0'),
    bracket('2190.18', '0', '0.059', '1945.38'),
    bracket(null, '14.44', '0.011', '2190.18', { atMost: '60.94' }),
  ],
};

const quarterly: Scale = {
  individual: [
    bracket('5836.14', '0', '0', '0'),
    bracket('6570.54', '0', '0.0422', '5836.14'),
    bracket('11211.00', '30.99', '0.011', '6570.54'),
    bracket('12300.00', '82.05', '0.0338', '11211.00'),
    bracket('18116.46', '118.83', '0.011', '12300.00'),
    bracket(null, '182.82', '0', '0'),
  ],
  'joint-both': [
    bracket('3285.28', '0', '0', '0'),
    bracket('5836.13', '15.45', '0', '0'),
    bracket('6570.54', '0', '0.059', '5836.14', { atLeast: '15.45' }),
    bracket(null, '43.32', '0.011', '6570.54', { atMost: '154.92' }),
  ],
  'joint-one': [
    bracket('5836.13', '0', '0', '0'),
    bracket('6570.54', '0', '0.059', '5836.14'),
    bracket(null, '43.32', '0.011', '6570.54', { atMost: '182.82' }),
  ],
};

/** Special social security contribution: an advance each month, made right by the quarter's pay in its last month. */
export const specialContribution = scheme({
  id: 'be.special-contribution',
  localName: 'Bijzondere bijdrage / Cotisation spéciale',
  law: act('Act of 30 March 1994 on social provisions', 'art. 106 to 112'),
  words: {
    en: 'Special social security contribution',
    fr: 'Cotisation spéciale de sécurité sociale',
    nl: 'Bijzondere bijdrage voor de sociale zekerheid',
    sv: 'Särskild socialförsäkringsavgift',
    de: 'Sonderbeitrag für die soziale Sicherheit',
  },
  monthly: dated('be.special-contribution.monthly', [
    '2022-04-01',
    monthly,
    'NSSO, special contribution; Liantis, scale in force until 2028',
  ]),
  quarterly: dated('be.special-contribution.quarterly', [
    '2022-04-01',
    quarterly,
    'NSSO quarterly limits; amounts are three times those of a month',
    'inferred',
  ]),
});

/** The contribution on the pay of a month or of a quarter, by the scale given. Amounts in cents. */
export function specialDue(scale: Scale, taxation: Taxation, base: bigint): bigint {
  const brackets = scale[taxation];
  const found = brackets.find(({ upTo }) => upTo === null || base <= upTo)!;
  const due = found.flat + halfUp(base - found.over, found.rate);
  if (found.atMost !== null && due > found.atMost) return found.atMost;
  return due < found.atLeast ? found.atLeast : due;
}

/** The pay at which a flat amount sets in at once, so that a little more gross gives less net; null without such a jump. */
export const jumpAt = (scale: Scale, taxation: Taxation): bigint | null =>
  taxation === 'joint-both' ? scale[taxation][0]!.upTo! + 1n : null;
