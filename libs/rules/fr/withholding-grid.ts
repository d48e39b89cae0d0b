import { dated } from '@passerelle/values';
import { from } from './amounts.js';

/** Rates of the default grid in thousandths, from the lowest band to the highest. */
export const gridRates = [
  0, 5, 13, 21, 29, 35, 41, 53, 75, 99, 119, 138, 158, 179, 200, 240, 280, 330, 380, 430,
] as const;

/** Upper ends of the bands in whole euros a month, excluded; the last band has none. */
export type Bands = readonly number[];

const may2026 = `${from.model}; in force from 1 May 2026: Fiduexpert`;

export const mainland = dated<Bands>(
  'fr.withholding.grid.mainland',
  [
    '2024-01-01',
    [
      1591, 1653, 1759, 1877, 2006, 2113, 2253, 2666, 3052, 3476, 3913, 4566, 5475, 6851, 8557, 11877, 16086, 25251,
      54088,
    ],
    `${from.model}; efisciences.fr`,
  ],
  [
    '2025-05-01',
    [
      1620, 1683, 1791, 1911, 2042, 2151, 2294, 2714, 3107, 3539, 3983, 4648, 5574, 6974, 8711, 12091, 16376, 25706,
      55062,
    ],
    from.model,
  ],
  [
    '2026-05-01',
    [
      1635, 1698, 1807, 1928, 2060, 2170, 2315, 2738, 3135, 3571, 4019, 4690, 5624, 7037, 8789, 12200, 16523, 25937,
      55558,
    ],
    may2026,
  ],
);

/** Guadeloupe, Martinique, La Réunion. */
export const antilles = dated<Bands>(
  'fr.withholding.grid.antilles-reunion',
  [
    '2024-01-01',
    [
      1825, 1936, 2133, 2329, 2572, 2712, 2805, 3086, 3816, 4883, 5546, 6424, 7679, 8557, 9725, 13374, 17770, 27122,
      59283,
    ],
    from.model,
  ],
  [
    '2025-05-01',
    [
      1858, 1971, 2171, 2371, 2618, 2761, 2855, 3142, 3885, 4971, 5646, 6540, 7836, 8711, 9900, 13615, 18090, 27610,
      60350,
    ],
    from.model,
  ],
  [
    '2026-05-01',
    [
      1875, 1989, 2191, 2392, 2642, 2786, 2881, 3170, 3920, 5016, 5697, 6599, 7907, 8789, 9989, 13738, 18253, 27858,
      60893,
    ],
    may2026,
  ],
);

/** Guyane, Mayotte. */
export const guyane = dated<Bands>(
  'fr.withholding.grid.guyane-mayotte',
  [
    '2024-01-01',
    [
      1955, 2113, 2356, 2656, 2758, 2853, 2946, 3273, 4517, 5846, 6593, 7650, 8416, 9324, 10821, 14558, 18517, 29676,
      62639,
    ],
    from.model,
  ],
  [
    '2025-05-01',
    [
      1990, 2151, 2393, 2704, 2808, 2904, 2999, 3332, 4598, 5951, 6712, 7788, 8567, 9492, 11016, 14820, 18850, 30210,
      63767,
    ],
    from.model,
  ],
  [
    '2026-05-01',
    [
      2008, 2170, 2420, 2728, 2833, 2930, 3026, 3362, 4639, 6005, 6772, 7858, 8644, 9577, 11115, 14953, 19020, 30482,
      64341,
    ],
    may2026,
  ],
);
