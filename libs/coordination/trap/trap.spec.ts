import { country, day, money } from '@passerelle/values';
import { homeShare } from './home-share.js';
import { missionFactsOf, readSetup } from './read-setup.js';
import type { FederationSetup, RecordedOpening } from './setup.js';

const setup = (change: Partial<FederationSetup> = {}): FederationSetup => ({
  home: country('BE'),
  host: country('FR'),
  directedBy: 'home',
  placedByHost: false,
  ...change,
});

const opening = (change: Partial<RecordedOpening> = {}): RecordedOpening => ({
  by: 'adviser-1',
  on: day('2027-01-10'),
  reason: 'The host holds an agency licence.',
  scope: { kind: 'pair', home: country('BE'), host: country('FR') },
  ...change,
});

const on = day('2027-03-01');
const read = (change: Partial<FederationSetup>, ...openings: readonly RecordedOpening[]) =>
  readSetup(setup(change), openings, on);

describe('home employs and host invoices', () => {
  it('may be a posting while home directs and the host only finds and bills the client', () => {
    expect(read({}).kind).toBe('posting-possible');
  });

  it.each([{ placedByHost: true }, { directedBy: 'host' as const }])(
    'is refused by default when the host places: %o',
    (change) => {
      const reading = read(change);
      expect(reading).toMatchObject({ kind: 'refused', flag: 'PASSED_ON_BY_HOST' });
      expect(reading.reasons.map(({ key }) => key)).toEqual(['PASSED_ON_BY_HOST', 'agency-licence']);
    },
  );

  it('names no licence where none is known to be asked', () => {
    expect(read({ placedByHost: true, host: country('SE') }).reasons).toHaveLength(1);
  });

  it('is opened for a pair of countries, in that direction, with a recorded reason', () => {
    const placed = { placedByHost: true };
    expect(read(placed, opening())).toMatchObject({ kind: 'opened', flag: 'PASSED_ON_BY_HOST', opening: opening() });
    const backwards = opening({ scope: { kind: 'pair', home: country('FR'), host: country('BE') } });
    for (const closed of [
      backwards,
      opening({ reason: '  ' }),
      opening({ on: day('2027-03-02') }),
      opening({ last: day('2027-02-28') }),
    ])
      expect(read(placed, closed).kind).toBe('refused');
    expect(read(placed, opening({ on, last: on })).kind).toBe('opened');
  });

  it('is opened everywhere by an administrator of the federation', () => {
    expect(read({ placedByHost: true, host: country('SE') }, opening({ scope: { kind: 'federation' } })).kind).toBe(
      'opened',
    );
  });

  it('makes two employers when the host hires as well', () => {
    expect(read({ hiredByHost: true }).kind).toBe('two-employers');
  });

  it('is unknown until somebody says who directs and who places', () => {
    const reading = read({ directedBy: undefined, placedByHost: undefined });
    expect(reading.kind === 'unknown' && reading.missing.map(({ fact, supplier }) => [fact, supplier])).toEqual([
      ['directedBy', 'home'],
      ['placedByHost', 'host'],
    ]);
  });

  it('tells the question of the law what it knows', () => {
    expect(missionFactsOf(setup())).toEqual({ directRelationshipKept: true, passedOnByHost: false });
    expect(missionFactsOf(setup({ directedBy: 'host' }))).toEqual({
      directRelationshipKept: false,
      passedOnByHost: true,
    });
    expect(missionFactsOf({ home: country('BE'), host: country('FR') })).toEqual({});
  });
});

describe('the share of turnover made at home', () => {
  const share = (atHome: string, all: string) => homeShare(money(atHome, 'EUR'), money(all, 'EUR'), on);

  it('is held against a quarter, exactly', () => {
    expect(share('25.00', '100.00')).toMatchObject({ belowPointer: false });
    expect(share('24.99', '100.00')).toMatchObject({ belowPointer: true });
    expect(share('24.99', '100.00').reasons[0]?.words.en).toContain('Only 24.9 %');
    expect(share('25.00', '100.00').share?.toPercent()).toBe('25');
  });

  it('does not exist without turnover', () => {
    expect(share('0.00', '0.00')).toMatchObject({ share: null, belowPointer: false, reasons: [] });
  });
});
