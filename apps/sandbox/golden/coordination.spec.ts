import type { GoldenCase } from './answer.js';
import { answerers } from './answerers.js';
import { readGolden } from './read.js';
import { report, runGolden } from './run.js';

/** A French cooperative sends Lucas abroad, written as the files write it: what is not so is left out, or null. */
const lucas = (mission: object, expected: object, person: object = {}): GoldenCase => ({
  id: 'C-1',
  schema: 'coordination',
  kind: 'coordination',
  inputs: {
    date: '2026-11-21',
    person: { nationality: 'FR', residence: 'FR', ...person },
    employers: [{ id: 'E1', seat: 'FR', substantialActivityAtSeat: true }],
    activities: [
      {
        id: 'A1',
        kind: 'employed',
        employer: 'E1',
        country: 'FR',
        timeShare: 0.9,
        payShare: null,
        regularity: 'habitual',
      },
    ],
    mission: { host: 'BE', employer: 'E1', plannedMonths: 1.2, directRelationshipKept: true, ...mission },
  },
  expected: { ...expected },
});

const outcome = (golden: GoldenCase): string => report(runGolden([golden], answerers));

describe('the published cases of law across borders', () => {
  it('come out as they stand beside the law', () => {
    const cases = readGolden('libs/coordination/examples/published.json');
    expect(report(runGolden(cases, answerers))).toBe('38 passed, 0 failed');
  });
});

describe('a golden case of coordination', () => {
  it('is answered with state, article, certificate and flags', () => {
    const a1 = { required: true, issuerState: 'FR', applyToState: 'FR', procedure: '987:15' };
    expect(outcome(lucas({}, { inScope: true, legislation: 'FR', basis: '883:12(1)', a1, flags: [] }))).toBe(
      '1 passed, 0 failed',
    );
  });

  it('takes flags for a set: all expected ones must be raised, more may be', () => {
    const passedOn = { passedOnByHost: true };
    expect(outcome(lucas(passedOn, { flags: ['ART16_OPTION', 'PASSED_ON_BY_HOST'] }))).toBe('1 passed, 0 failed');
    expect(outcome(lucas(passedOn, { flags: ['EMPLOYER_NOT_SUBSTANTIAL'] }))).toContain('0 passed, 1 failed');
  });

  it('has no certificate out of scope, however the file writes that', () => {
    const brazilian = { nationality: 'BR', legallyResident: true };
    const nothing = { inScope: false, legislation: null };
    for (const a1 of [null, { required: false }])
      expect(outcome(lucas({ host: 'CH' }, { ...nothing, a1 }, brazilian))).toBe('1 passed, 0 failed');
  });

  it('fails with the reason when a fact is missing or cannot be', () => {
    expect(outcome(lucas({ directRelationshipKept: null }, {}))).toContain('unknown: mission.directRelationshipKept');
    expect(outcome(lucas({ host: 'UK' }, {}))).toContain('"UK" is not a country code');
  });
});
