import { type CountryCode, type Dated, type PlainDate, country, dated } from '@passerelle/values';

const list = (codes: string): readonly CountryCode[] => codes.split(' ').map(country);

const union27 = 'AT BE BG CY CZ DE DK EE ES FI FR GR HU IE IT LT LU LV MT NL PL PT RO SE SI SK';
const source883 = 'Reg. 883/2004 Art. 91 with 987/2009 Art. 97';
const sourceSwiss = 'EC-Swiss agreement on free movement, Annex II, Joint Committee decision 1/2012';
const sourceEea = 'EEA agreement, Annex VI, Joint Committee decision 76/2011';

/** The member states of the Union in which the coordination applies, through time. */
export const unionStates: Dated<readonly CountryCode[]> = dated<readonly CountryCode[]>(
  'coordination.states.union',
  ['2010-05-01', list(`${union27} GB`), source883],
  ['2013-07-01', list(`${union27} GB HR`), 'Treaty of accession of Croatia'],
  [
    '2021-01-01',
    list(`${union27} HR`),
    'Withdrawal agreement EU-UK Art. 126: the transition ended on 31 December 2020',
  ],
);

/** Norway, Iceland and Liechtenstein, through the EEA agreement. */
export const eeaStates: Dated<readonly CountryCode[]> = dated<readonly CountryCode[]>(
  'coordination.states.eea',
  ['2010-05-01', [], source883, 'to-confirm'],
  ['2012-06-01', list('NO IS LI'), sourceEea, 'to-confirm'],
);

export const swissState: Dated<readonly CountryCode[]> = dated<readonly CountryCode[]>(
  'coordination.states.switzerland',
  ['2010-05-01', [], source883, 'to-confirm'],
  ['2012-04-01', list('CH'), sourceSwiss, 'to-confirm'],
);

/** The state that the Union's trade and cooperation agreement ties to it. */
export const tcaState: Dated<readonly CountryCode[]> = dated<readonly CountryCode[]>(
  'coordination.states.tca',
  ['2010-05-01', [], source883],
  [
    '2021-01-01',
    list('GB'),
    'EU-UK trade and cooperation agreement, protocol on social security coordination',
    'secondary',
  ],
);

/** States that Regulation 1231/2010 does not bind: a third-country national is not covered in relation to them. */
export const closedToThirdCountryNationals: Dated<readonly CountryCode[]> = dated<readonly CountryCode[]>(
  'coordination.states.closed-to-third-country-nationals',
  ['2010-05-01', list('DK NO IS LI CH'), 'Reg. 1231/2010 recitals 18 and 19; EEA and Swiss agreements', 'secondary'],
);

/** By which agreement a state takes part: the Union itself, the EEA, Switzerland, the TCA, or none. */
export type Group = 'union' | 'eea' | 'switzerland' | 'tca';

export function groupOf(state: CountryCode, on: PlainDate): Group | undefined {
  if (unionStates.on(on).includes(state)) return 'union';
  if (eeaStates.on(on).includes(state)) return 'eea';
  if (swissState.on(on).includes(state)) return 'switzerland';
  return tcaState.on(on).includes(state) ? 'tca' : undefined;
}
