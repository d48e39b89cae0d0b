import { CannotAnswer } from './answer.js';
import type { ShowLineName } from './fr-artists-rates.js';

/** What a published table may call a line, the most particular name first. */
const names: readonly (readonly [RegExp, ShowLineName | ((category: string) => ShowLineName)])[] = [
  [/(sickness|maladie).*(reduced|réduit)/i, 'sickness, reduced'],
  [/sickness|maladie/i, 'sickness'],
  [/(old age|vieillesse).*(uncapped|déplafonn|total)/i, 'old age uncapped'],
  [/old age|vieillesse/i, 'old age capped'],
  [/famil.*(reduced|réduit)/i, 'family, reduced'],
  [/famil/i, 'family'],
  [/fnal.*(under|below|less|fewer|moins|<)/i, 'housing aid under 50'],
  [/fnal.*(50|total)/i, 'housing aid from 50'],
  [/fnal/i, 'housing aid under 50'],
  [/csa|autonomy|solidarity/i, 'solidarity'],
  [/dialogue/i, 'social dialogue'],
  [/csg.*(not|non)[- ]?deduct/i, 'csg not deductible'],
  [/csg/i, 'csg deductible'],
  [/crds/i, 'crds'],
  [
    /(unemployment|chômage).*(surcharge|short|3 months|three|major)|surcharge|majoration/i,
    'unemployment, short contract',
  ],
  [/unemployment|chômage/i, 'unemployment'],
  [/\bags\b|wage guarantee/i, 'wage guarantee'],
  [/ceg.*2/i, 'retirement balance T2'],
  [/ceg/i, 'retirement balance T1'],
  [/\bcet\b|technical/i, 'technical balance'],
  [/apec/i, 'executives employment'],
  [
    /(agirc|arrco|retirement|retraite|pension).*2/i,
    (of) => (isExecutive(of) ? 'retirement T2, executive' : 'retirement T2'),
  ],
  [
    /agirc|arrco|retirement|retraite|pension/i,
    (of) => (/artist/i.test(of) && !isExecutive(of) ? 'retirement T1, artist' : 'retirement T1'),
  ],
  [/pr[ée]voyance|death|health fund/i, (of) => (isExecutive(of) ? 'death cover, executive' : 'death cover')],
  [/leave|cong[ée]s/i, 'leave fund'],
  [/(afdas|training|formation).*(agreement|convention)/i, 'training by agreement'],
  [/afdas|training|formation/i, 'training'],
  [/thalie|occupational|médecine/i, 'occupational health'],
  [/fnas/i, 'arts activities'],
  [/fcap.*(svp|3090)/i, 'common fund 3090'],
  [/fcap/i, 'common fund 1285'],
  [/casc/i, 'private activities'],
];

const isExecutive = (text: string): boolean =>
  /cadre|executive/i.test(text) && !/not[ -]cadre|non[ -]cadre|not executive/i.test(text);

/** Our name for a line of a published table. Where the line's own name is not enough, its base tells. */
export function rateLineOf(line: string, category: string, base: string): ShowLineName {
  const found = names.find(([pattern]) => pattern.test(`${line}, ${base}`))?.[1];
  if (found === undefined) throw new CannotAnswer(`no line of the show business is called "${line}"`);
  return typeof found === 'string' ? found : found(`${line} ${category}`);
}
