import type { frenchValues } from '@passerelle/rules';
import { CannotAnswer } from './answer.js';

/** What a published table may call a line, the most particular name first. */
const names: readonly (readonly [
  RegExp,
  frenchValues.ShowLineName | ((category: string) => frenchValues.ShowLineName),
])[] = [
  [/sickness.*reduced/i, 'sickness, reduced'],
  [/sickness/i, 'sickness'],
  [/old age uncapped|old age.*(total|uncapped)/i, 'old age uncapped'],
  [/old age/i, 'old age capped'],
  [/family.*reduced/i, 'family, reduced'],
  [/family/i, 'family'],
  [/fnal.*(50 employees or more|from 50|50 or more)/i, 'housing aid from 50'],
  [/fnal/i, 'housing aid under 50'],
  [/csa|autonomy|solidarity/i, 'solidarity'],
  [/dialogue/i, 'social dialogue'],
  [/csg.*(not|non)[- ]?deduct/i, 'csg not deductible'],
  [/csg/i, 'csg deductible'],
  [/crds/i, 'crds'],
  [/unemployment.*(surcharge|short|3 months|three)|surcharge/i, 'unemployment, short contract'],
  [/unemployment/i, 'unemployment'],
  [/ags|wage guarantee/i, 'wage guarantee'],
  [/ceg.*2/i, 'retirement balance T2'],
  [/ceg/i, 'retirement balance T1'],
  [/\bcet\b|technical/i, 'technical balance'],
  [/apec/i, 'executives employment'],
  [/(agirc|arrco|retirement|pension).*2/i, (of) => (isExecutive(of) ? 'retirement T2, executive' : 'retirement T2')],
  [
    /agirc|arrco|retirement|pension/i,
    (of) => (/artist/i.test(of) && !isExecutive(of) ? 'retirement T1, artist' : 'retirement T1'),
  ],
  [/pr[ée]voyance|death|health fund/i, (of) => (isExecutive(of) ? 'death cover, executive' : 'death cover')],
  [/leave|cong[ée]s/i, 'leave fund'],
  [/afdas|training/i, 'training'],
  [/thalie|occupational/i, 'occupational health'],
  [/fnas/i, 'arts activities'],
  [/fcap.*(svp|3090)/i, 'common fund 3090'],
  [/fcap/i, 'common fund 1285'],
  [/casc/i, 'private activities'],
];

const isExecutive = (text: string): boolean =>
  /cadre|executive/i.test(text) && !/not[ -]cadre|non[ -]cadre|not executive/i.test(text);

/** Our name for a line of a published table. */
export function rateLineOf(line: string, category: string): frenchValues.ShowLineName {
  const found = names.find(([pattern]) => pattern.test(line))?.[1];
  if (found === undefined) throw new CannotAnswer(`no line of the show business is called "${line}"`);
  return typeof found === 'string' ? found : found(`${line} ${category}`);
}
