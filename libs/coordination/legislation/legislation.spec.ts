import type { CountryCode } from '@passerelle/values';
import type { LegislationAnswer } from './answer.js';
import type { ActivityFacts, LegislationFacts, MissionFacts } from './facts.js';
import { legislationOf } from './legislation.js';

/** Lucas lives in Paris and is employed there; each case changes what it is about. */
const lucas = (change: Partial<LegislationFacts> = {}): LegislationFacts => ({
  date: '2026-11-21',
  person: { nationality: 'FR', residence: 'FR' },
  employers: [{ id: 'paris', seat: 'FR', substantialActivityAtSeat: true }],
  activities: [],
  ...change,
});

const mission = (change: Partial<MissionFacts> = {}): MissionFacts => ({
  host: 'BE',
  employer: 'paris',
  plannedMonths: 6,
  directRelationshipKept: true,
  replacesPostedWorker: false,
  passedOnByHost: false,
  hiredForThisMission: false,
  earlierPostings: [],
  ...change,
});

const alone = (change: Partial<MissionFacts> = {}): MissionFacts => ({
  host: 'SE',
  selfEmployed: true,
  homeState: 'FR',
  plannedMonths: 3,
  similarActivity: true,
  monthsActiveInHomeBefore: 12,
  earlierPostings: [],
  ...change,
});

const work = (country: string, timeShare: string, change: Partial<ActivityFacts> = {}): ActivityFacts => ({
  kind: 'employed',
  employer: 'paris',
  country,
  timeShare,
  regularity: 'habitual',
  ...change,
});

const own = (country: string, timeShare: string, change: Partial<ActivityFacts> = {}): ActivityFacts =>
  work(country, timeShare, { kind: 'self_employed', employer: undefined, ...change });

const answerTo = (facts: LegislationFacts): LegislationAnswer => {
  const answer = legislationOf(facts);
  if (!answer.ok) throw new Error(answer.refusal.detail.words.en);
  return answer.value;
};

const law = (facts: LegislationFacts): readonly [CountryCode | null, string | null] => {
  const { legislation, basis } = answerTo(facts);
  return [legislation, basis];
};

const employers = (...seats: readonly string[]) => seats.map((seat) => ({ id: seat, seat }));
const elsewhere = { nationality: 'BE', residence: 'BE' };

describe('scope', () => {
  const brazilian = { nationality: 'BR', residence: 'FR', legallyResident: true };

  it('covers citizens of the Union, the EEA and Switzerland', () => {
    const nationalities = ['FR', 'NO', 'CH'];
    const scopes = nationalities.map((nationality) =>
      answerTo(lucas({ person: { nationality, residence: 'FR' }, mission: mission() })),
    );
    expect(scopes.map(({ inScope }) => inScope)).toEqual([true, true, true]);
    expect(scopes.flatMap(({ flags }) => flags)).toEqual([]);
  });

  it('covers third-country nationals who are legally in the Union, and says by which regulation', () => {
    const answer = answerTo(lucas({ person: brazilian, mission: mission() }));
    expect(answer).toMatchObject({ inScope: true, legislation: 'FR', flags: ['TCN_VIA_1231_2010'] });
  });

  it.each(['DK', 'NO', 'IS', 'LI', 'CH'])('leaves third-country nationals out in relation to %s', (host) => {
    const answer = answerTo(lucas({ person: brazilian, mission: mission({ host }) }));
    expect(answer).toMatchObject({ inScope: false, legislation: null, basis: null });
    expect(answer.flags).toEqual(['OUT_OF_SCOPE_CHECK_BILATERAL']);
    expect(answer.a1).toEqual({ required: false, issuerState: null, applyToState: null, procedure: null });
  });

  it('leaves out third-country nationals without legal residence, and asks where it is unknown', () => {
    const illegal = answerTo(lucas({ person: { ...brazilian, legallyResident: false }, mission: mission() }));
    expect(illegal.inScope).toBe(false);
    const unknown = answerTo(lucas({ person: { nationality: 'BR', residence: 'FR' }, mission: mission() }));
    expect(unknown.inScope).toBeNull();
    expect(unknown.missing.map(({ fact, supplier }) => [fact, supplier])).toEqual([
      ['person.legallyResident', 'worker'],
    ]);
  });

  it('takes a second nationality of the Union for enough', () => {
    const person = { nationality: ['BR', 'PT'], residence: 'FR' };
    expect(answerTo(lucas({ person, mission: mission({ host: 'CH' }) })).flags).toEqual([]);
  });

  it('covers a third-country national who stays for short jobs of one employer in several states (C-477/17)', () => {
    const person = { nationality: 'RU', residence: 'RU', legallyResident: true };
    const activities = [work('FR', '0.5'), work('DE', '0.5')];
    expect(answerTo(lucas({ person, activities }))).toMatchObject({
      legislation: 'FR',
      basis: '883:13(1)(b)(i)',
      a1: { applyToState: 'FR' },
    });
  });

  it('leaves out a mission to a state that coordinates with nobody', () => {
    expect(answerTo(lucas({ mission: mission({ host: 'US' }) })).inScope).toBe(false);
    expect(answerTo(lucas({ activities: [work('US', '1')] })).inScope).toBe(false);
  });

  it('leaves the United Kingdom with the EEA or Switzerland out: their agreements are not linked', () => {
    const person = { nationality: 'NO', residence: 'NO', ukSituationUnbrokenSince: null };
    const oslo = [{ id: 'paris', seat: 'NO', substantialActivityAtSeat: true }];
    expect(answerTo(lucas({ person, employers: oslo, mission: mission({ host: 'GB' }) })).inScope).toBe(false);
  });

  it('asks a person where the Union, the EEA and Switzerland meet in one person', () => {
    const activities = [work('FR', '0.5'), work('NO', '0.3'), work('CH', '0.2')];
    const { legislation, askHuman } = answerTo(lucas({ activities }));
    expect(legislation).toBe('FR');
    expect(askHuman.map(({ reason }) => reason.key)).toContain('agreements-not-linked');
  });

  it('asks for nationality and residence before anything else', () => {
    expect(answerTo(lucas({ person: {} })).missing.map(({ fact }) => fact)).toEqual(['person.nationality']);
    expect(answerTo(lucas({ person: { nationality: 'FR' } })).missing.map(({ fact }) => fact)).toEqual([
      'person.residence',
    ]);
  });
});

describe('with the United Kingdom', () => {
  const person = { nationality: 'FR', residence: 'FR', ukSituationUnbrokenSince: null };
  const toLondon = (change: Partial<MissionFacts> = {}) =>
    lucas({ person, mission: mission({ host: 'GB', ...change }) });

  it('posts under the protocol of the trade agreement, for any nationality and without a procedure of 987/2009', () => {
    expect(answerTo(toLondon())).toMatchObject({
      legislation: 'FR',
      basis: 'TCA:SSC.11(1)(a)',
      a1: { required: true, applyToState: 'FR', procedure: null },
      flags: [],
    });
    const anybody = { ...toLondon(), person: { ...person, nationality: 'BR' } };
    expect(answerTo(anybody)).toMatchObject({ inScope: true, flags: [] });
  });

  it('has no exceptions by agreement', () => {
    const failing = answerTo(toLondon({ plannedMonths: 25 }));
    expect(failing).toMatchObject({ legislation: 'GB', basis: 'TCA:SSC.10' });
    expect(failing.flags).toEqual(['POSTING_OVER_24_MONTHS', 'NO_ART16_UNDER_TCA', 'FOREIGN_EMPLOYER_REGISTERS']);
    const agreed = answerTo({ ...toLondon(), art16Agreement: { concluded: true, legislation: 'FR' } });
    expect(agreed).toMatchObject({ basis: 'TCA:SSC.11(1)(a)', flags: ['NO_ART16_UNDER_TCA'] });
  });

  it('names every rule as the protocol does', () => {
    const two = (residence: string, ...activities: readonly ActivityFacts[]) =>
      lucas({
        person: { ...person, residence },
        employers: [...employers('FR', 'GB', 'DE'), { id: 'paris', seat: 'FR' }],
        activities,
      });
    const cases: readonly (readonly [LegislationFacts, string])[] = [
      [{ ...lucas({ person }), mission: alone({ host: 'GB' }) }, 'TCA:SSC.11(1)(b)'],
      [two('GB', work('GB', '0.4'), work('FR', '0.6')), 'TCA:SSC.12(1)(a)'],
      [two('GB', work('GB', '0.1'), work('FR', '0.9')), 'TCA:SSC.12(1)(b)(i)'],
      [
        two('GB', work('GB', '0.1', { employer: 'GB' }), work('FR', '0.9', { employer: 'FR' })),
        'TCA:SSC.12(1)(b)(iii)',
      ],
      [two('GB', work('DE', '0.4', { employer: 'DE' }), work('FR', '0.6', { employer: 'FR' })), 'TCA:SSC.12(1)(b)(iv)'],
      [two('GB', own('GB', '0.5'), own('FR', '0.5')), 'TCA:SSC.12(2)(a)'],
      [two('GB', work('FR', '0.5'), own('GB', '0.5')), 'TCA:SSC.12(3)'],
      [two('GB', work('GB', '0.5', { kind: 'civil_servant', employer: 'GB' }), own('FR', '0.5')), 'TCA:SSC.12(4)'],
    ];
    expect(cases.map(([facts]) => answerTo(facts).basis)).toEqual(cases.map(([, basis]) => basis));
  });

  it('keeps the old rules for a situation unbroken since before 2021, and asks where that is unknown', () => {
    const since = (ukSituationUnbrokenSince?: string) => ({
      ...toLondon(),
      person: { ...person, ukSituationUnbrokenSince },
    });
    expect(answerTo(since('2019-05-01')).basis).toBe('883:12(1)');
    expect(answerTo(since('2021-01-01')).basis).toBe('TCA:SSC.11(1)(a)');
    expect(answerTo(since()).missing.map(({ fact }) => fact)).toEqual(['person.ukSituationUnbrokenSince']);
  });

  it('was a member state until the last day of 2020', () => {
    const on = (date: string) => answerTo({ ...toLondon(), date }).basis;
    expect([on('2020-12-31'), on('2021-01-01')]).toEqual(['883:12(1)', 'TCA:SSC.11(1)(a)']);
  });
});

describe('a certificate that exists (987/2009 Art. 5(1))', () => {
  const certified = (change: object) =>
    lucas({ mission: mission({ plannedMonths: 30 }), existingA1: { issuer: 'FR', ...change } });

  it('binds until its issuer withdraws it', () => {
    expect(answerTo(certified({}))).toMatchObject({
      legislation: 'FR',
      basis: '987:5(1)',
      a1: { required: true, issuerState: 'FR', procedure: null },
      flags: ['A1_BINDING_UNTIL_WITHDRAWN'],
    });
    expect(answerTo(certified({ withdrawn: true })).legislation).toBe('BE');
  });

  it('is set aside only for fraud found by a court after dialogue', () => {
    expect(answerTo(certified({ fraudEstablishedByCourtAfterDialogue: true })).legislation).toBe('BE');
  });

  it('binds on its own days only', () => {
    expect(law(certified({ first: '2026-11-21', last: '2026-11-21' }))).toEqual(['FR', '987:5(1)']);
    expect(answerTo(certified({ first: '2026-01-01', last: '2026-11-20' })).legislation).toBe('BE');
  });
});

describe('an agreed exception (883/2004 Art. 16)', () => {
  it('names the agreed state, which is asked for the certificate', () => {
    const art16Agreement = { concluded: true, legislation: 'SE' };
    expect(answerTo(lucas({ mission: mission(), art16Agreement }))).toMatchObject({
      legislation: 'SE',
      basis: '883:16(1)',
      a1: { required: true, applyToState: 'SE', procedure: '987:18' },
    });
  });

  it('does nothing before it is concluded', () => {
    const art16Agreement = { concluded: false, legislation: 'SE' };
    expect(law(lucas({ mission: mission(), art16Agreement }))).toEqual(['FR', '883:12(1)']);
  });
});

describe('a posted employee (883/2004 Art. 12(1))', () => {
  const flagsOf = (change: Partial<MissionFacts>, facts: Partial<LegislationFacts> = {}) =>
    answerTo(lucas({ mission: mission(change), ...facts })).flags;
  const failed = ['ART16_OPTION', 'FOREIGN_EMPLOYER_REGISTERS'];

  it('stays under the law of the seat, which is asked for the certificate', () => {
    expect(answerTo(lucas({ mission: mission() }))).toEqual(
      expect.objectContaining({
        legislation: 'FR',
        basis: '883:12(1)',
        a1: { required: true, issuerState: 'FR', applyToState: 'FR', procedure: '987:15' },
        flags: [],
        missing: [],
      }),
    );
  });

  it('may last 24 months and no day more', () => {
    expect(law(lucas({ mission: mission({ plannedMonths: 24 }) }))).toEqual(['FR', '883:12(1)']);
    expect(flagsOf({ plannedMonths: 24.1 })).toEqual(['POSTING_OVER_24_MONTHS', ...failed]);
    const dated = (last: string) =>
      law(lucas({ mission: mission({ plannedMonths: undefined, first: '2027-01-01', last }) }));
    expect(dated('2028-12-31')).toEqual(['FR', '883:12(1)']);
    expect(dated('2029-01-01')).toEqual(['BE', '883:11(3)(a)']);
  });

  it('counts earlier months of the same host and undertakings with a pause of less than two months', () => {
    const earlier = { host: 'BE', sameUndertakings: true, months: 20, gapMonths: 1.9 };
    expect(flagsOf({ earlierPostings: [earlier] })).toContain('POSTING_OVER_24_MONTHS');
    expect(flagsOf({ plannedMonths: 4, earlierPostings: [earlier] })).toEqual([]);
    for (const other of [{ gapMonths: 2 }, { host: 'NL' }, { sameUndertakings: false }])
      expect(flagsOf({ earlierPostings: [{ ...earlier, ...other }] })).toEqual([]);
  });

  it('needs two months of pause after a full posting of 24 months', () => {
    const full = { host: 'BE', sameUndertakings: true, months: 24, gapMonths: 1 };
    expect(flagsOf({ earlierPostings: [full] })).toContain('GAP_UNDER_TWO_MONTHS');
    expect(flagsOf({ earlierPostings: [{ ...full, gapMonths: 2 }] })).toEqual([]);
    const inTwo = { ...full, months: 12 };
    expect(flagsOf({ plannedMonths: 1, earlierPostings: [inTwo, inTwo] })).toContain('GAP_UNDER_TWO_MONTHS');
  });

  it.each([
    ['replaces another posted person', { replacesPostedWorker: true }, 'REPLACES_POSTED_WORKER'],
    ['is not directed by the employer', { directRelationshipKept: false }, 'NO_DIRECT_RELATIONSHIP'],
    ['is passed on by the host', { passedOnByHost: true }, 'PASSED_ON_BY_HOST'],
  ])('is under the host’s law when the worker %s', (_what, change, flag) => {
    const answer = answerTo(lucas({ mission: mission(change) }));
    expect(answer).toMatchObject({ legislation: 'BE', basis: '883:11(3)(a)' });
    expect(answer.a1).toEqual({ required: false, issuerState: 'BE', applyToState: 'BE', procedure: null });
    expect(answer.flags).toEqual([flag, ...failed]);
  });

  it('needs an employer with substantial work at its seat', () => {
    const letterbox = [{ id: 'paris', seat: 'FR', substantialActivityAtSeat: false }];
    expect(flagsOf({}, { employers: letterbox })).toEqual(['EMPLOYER_NOT_SUBSTANTIAL', ...failed]);
  });

  it('raises one flag for each test that fails', () => {
    expect(flagsOf({ replacesPostedWorker: true, passedOnByHost: true })).toEqual([
      'REPLACES_POSTED_WORKER',
      'PASSED_ON_BY_HOST',
      ...failed,
    ]);
  });

  it('needs prior cover of who is hired for the mission; being resident at the seat is enough (C-451/17)', () => {
    const hired = { hiredForThisMission: true };
    expect(flagsOf({ ...hired, subjectToSeatLegislationBeforeHire: false })).toContain('NO_PRIOR_AFFILIATION');
    expect(flagsOf({ ...hired, subjectToSeatLegislationBeforeHire: true })).toEqual([]);
    expect(flagsOf(hired)).toEqual([]);
    const abroad = answerTo(lucas({ person: elsewhere, mission: mission({ ...hired, host: 'DE' }) }));
    expect(abroad.missing.map(({ fact }) => fact)).toEqual(['mission.subjectToSeatLegislationBeforeHire']);
  });

  it('goes by the seat of the undertaking that really employs (C-610/18)', () => {
    const chain = [
      { id: 'paris', seat: 'CY', effectiveEmployer: 'real' },
      { id: 'real', seat: 'NL', substantialActivityAtSeat: true },
    ];
    const answer = answerTo(lucas({ employers: chain, mission: mission() }));
    expect(answer).toMatchObject({ legislation: 'NL', basis: '883:12(1)' });
    expect(answer.flags).toEqual(['EFFECTIVE_EMPLOYER_DIFFERS', 'FOREIGN_EMPLOYER_REGISTERS']);
  });

  it('is no posting when the real employer sits in the host state', () => {
    const chain = [
      { id: 'paris', seat: 'FR', effectiveEmployer: 'real' },
      { id: 'real', seat: 'BE', substantialActivityAtSeat: true },
    ];
    expect(law(lucas({ employers: chain, mission: mission() }))).toEqual(['BE', '883:11(3)(a)']);
  });

  it('is no posting at home: such a mission is work like any other', () => {
    const answer = answerTo(lucas({ activities: [], mission: mission({ host: 'FR', plannedMonths: 40 }) }));
    expect(answer).toMatchObject({ legislation: 'FR', basis: '883:11(3)(a)', a1: { required: false }, flags: [] });
    const beside = answerTo(lucas({ activities: [work('DE', '0.6')], mission: mission({ host: 'FR' }) }));
    expect(beside).toMatchObject({ legislation: 'FR', basis: '883:13(1)(a)', a1: { required: true } });
  });

  it('asks for what is unknown and who can say it, and never guesses', () => {
    const bare = lucas({ employers: employers('FR'), mission: { host: 'BE', employer: 'FR' } });
    const { legislation, missing, inScope } = answerTo(bare);
    expect([legislation, inScope]).toEqual([null, null]);
    expect(missing.map(({ fact, supplier }) => `${fact}: ${supplier}`)).toEqual([
      'mission.plannedMonths: home',
      'mission.earlierPostings: home',
      'employers[FR].substantialActivityAtSeat: home',
      'mission.directRelationshipKept: home',
      'mission.replacesPostedWorker: host',
      'mission.passedOnByHost: host',
      'mission.hiredForThisMission: home',
    ]);
    expect(answerTo(lucas({ mission: { host: 'BE' } })).missing.map(({ fact }) => fact)).toEqual(['mission.employer']);
  });

  it('needs no further facts once one test has failed for certain', () => {
    const { legislation, flags } = answerTo(
      lucas({ mission: { host: 'BE', employer: 'paris', passedOnByHost: true } }),
    );
    expect([legislation, flags[0]]).toEqual(['BE', 'PASSED_ON_BY_HOST']);
  });
});

describe('a posted self-employed person (883/2004 Art. 12(2))', () => {
  const flagsOf = (change: Partial<MissionFacts>) => answerTo(lucas({ mission: alone(change) })).flags;

  it('stays under the home state’s law', () => {
    const answer = answerTo(lucas({ mission: alone({ monthsActiveInHomeBefore: 2, plannedMonths: 24 }) }));
    expect(answer).toMatchObject({ legislation: 'FR', basis: '883:12(2)', a1: { procedure: '987:15' }, flags: [] });
  });

  it('is under the host’s law otherwise, with an exception still open', () => {
    expect(flagsOf({ similarActivity: false })).toEqual(['NOT_SIMILAR_ACTIVITY', 'ART16_OPTION']);
    expect(flagsOf({ monthsActiveInHomeBefore: 1.9 })).toEqual(['NOT_HABITUALLY_SELF_EMPLOYED', 'ART16_OPTION']);
    expect(flagsOf({ plannedMonths: 25 })).toEqual(['POSTING_OVER_24_MONTHS', 'ART16_OPTION']);
    expect(law(lucas({ mission: alone({ similarActivity: false }) }))).toEqual(['SE', '883:11(3)(a)']);
  });

  it('asks for what is unknown', () => {
    const { missing } = answerTo(
      lucas({ mission: { host: 'SE', selfEmployed: true, homeState: 'FR', plannedMonths: 3, earlierPostings: [] } }),
    );
    expect(missing.map(({ fact }) => fact)).toEqual(['mission.similarActivity', 'mission.monthsActiveInHomeBefore']);
    const homeless = answerTo(lucas({ mission: alone({ homeState: undefined }) }));
    expect(homeless.missing.map(({ fact }) => fact)).toEqual(['mission.homeState']);
  });
});

describe('days of a posting that another employer counts', () => {
  const posted = (daysElsewhere: number | null | undefined, plannedMonths = 20) => {
    const facts = mission({ plannedMonths, ...(daysElsewhere === undefined ? {} : { daysElsewhere }) });
    return answerTo(lucas({ mission: facts })).askHuman.map(({ reason }) => reason.key);
  };

  it('never move her by themselves: another employer is another undertaking', () => {
    expect(law(lucas({ mission: mission({ daysElsewhere: 700 }) }))).toEqual(['FR', '883:12(1)']);
  });

  it('ask a person from 24 months together on, and while nobody has told them', () => {
    expect([posted(undefined), posted(0), posted(120)]).toEqual([[], [], []]);
    expect(posted(121)).toEqual(['posted-elsewhere-long']);
    expect(posted(null, 1)).toEqual(['posted-elsewhere-untold']);
  });
});

describe('a civil servant', () => {
  const served = work('FR', '0.6', { kind: 'civil_servant' });

  it('with other work in another state stays with the administration (Art. 13(4))', () => {
    expect(answerTo(lucas({ person: elsewhere, activities: [served, work('BE', '0.4')] }))).toMatchObject({
      legislation: 'FR',
      basis: '883:13(4)',
      a1: { required: true, applyToState: 'BE', procedure: '987:16' },
      flags: ['PROVISIONAL_DETERMINATION'],
    });
    expect(law(lucas({ activities: [served, own('SE', '0.4')] }))).toEqual(['FR', '883:13(4)']);
  });

  it('without other work elsewhere is under the law of the administration (Art. 11(3)(b))', () => {
    const answer = answerTo(lucas({ activities: [{ ...served, timeShare: '1' }] }));
    expect(answer).toMatchObject({ legislation: 'FR', basis: '883:11(3)(b)', a1: { required: false } });
  });

  it('who serves abroad stays with the administration, and needs its certificate (Art. 11(3)(b))', () => {
    const inBrussels = work('BE', '1', { kind: 'civil_servant' });
    expect(answerTo(lucas({ person: elsewhere, activities: [inBrussels] }))).toMatchObject({
      legislation: 'FR',
      basis: '883:11(3)(b)',
      a1: { required: true, applyToState: 'FR', procedure: '987:15' },
    });
    const between = [served, work('BE', '0.4', { kind: 'civil_servant' })];
    expect(answerTo(lucas({ person: elsewhere, activities: between }))).toMatchObject({
      legislation: 'FR',
      basis: '883:11(3)(b)',
      a1: { required: true, applyToState: 'BE', procedure: '987:16' },
    });
  });

  it('who serves abroad and has other work at home stays with the administration too', () => {
    const activities = [work('BE', '0.6', { kind: 'civil_servant' }), work('FR', '0.4')];
    expect(law(lucas({ person: elsewhere, activities }))).toEqual(['FR', '883:11(3)(b)']);
  });

  it('with other work in the same state needs nothing but its law (Art. 11(3)(a))', () => {
    const answer = answerTo(lucas({ activities: [served, work('FR', '0.4')] }));
    expect(answer).toMatchObject({ legislation: 'FR', basis: '883:11(3)(a)', a1: { required: false } });
  });

  it('of two administrations is a matter for people', () => {
    const activities = [served, work('BE', '0.4', { kind: 'civil_servant', employer: 'BE' })];
    const answer = answerTo(
      lucas({
        person: { nationality: 'FR', residence: 'DE' },
        employers: [...employers('BE'), { id: 'paris', seat: 'FR' }],
        activities,
      }),
    );
    expect(answer.askHuman.map(({ reason }) => reason.key)).toContain('several-administrations');
  });
});

describe('occasional and marginal work', () => {
  it('drops occasional work without a word: ad hoc days at home are no second state (C-570/15)', () => {
    const activities = [work('FR', '0.935'), work('BE', '0.065', { regularity: 'occasional' })];
    expect(answerTo(lucas({ person: elsewhere, activities }))).toMatchObject({
      legislation: 'FR',
      basis: '883:11(3)(a)',
      a1: { required: false },
      flags: [],
    });
  });

  it('leaves marginal work out, yet the residence determines the law (987/2009 Art. 14(5b))', () => {
    const answer = answerTo(lucas({ person: elsewhere, activities: [work('BE', '0.04'), work('FR', '0.96')] }));
    expect(answer).toMatchObject({
      legislation: 'FR',
      basis: '883:11(3)(a)',
      a1: { required: true, applyToState: 'BE', procedure: '987:16' },
      flags: ['MARGINAL_DISREGARDED', 'PROVISIONAL_DETERMINATION'],
    });
  });

  it('counts work from 5 % of the time or of the pay on', () => {
    const basis = (first: ActivityFacts, second: ActivityFacts) =>
      law(lucas({ person: elsewhere, activities: [first, second] }))[1];
    expect(basis(work('BE', '0.05'), work('FR', '0.95'))).toBe('883:13(1)(b)(i)');
    expect(basis(work('BE', '0.04', { payShare: '0.05' }), work('FR', '0.96', { payShare: '0.95' }))).toBe(
      '883:13(1)(b)(i)',
    );
    expect(basis(work('BE', '0.04', { payShare: '0.04' }), work('FR', '0.96', { payShare: '0.96' }))).toBe(
      '883:11(3)(a)',
    );
  });

  it('says nothing about marginal work beside other work in the same state', () => {
    expect(answerTo(lucas({ activities: [work('FR', '0.04'), work('FR', '0.96')] })).flags).toEqual([]);
  });
});

describe('the telework agreement', () => {
  const telework = { shareInResidence: '0.4', requestedByBoth: true, onlyTeleworkInResidence: true };
  const at = (share: string, change: object = {}, facts: Partial<LegislationFacts> = {}) =>
    answerTo(
      lucas({
        person: elsewhere,
        activities: [work('BE', share), work('FR', String(1 - Number(share)))],
        telework: { ...telework, shareInResidence: share, ...change },
        ...facts,
      }),
    );

  it('keeps the law of the seat from 25 % to under 50 % at home', () => {
    expect(at('0.4')).toMatchObject({
      legislation: 'FR',
      basis: '883:16(1)',
      a1: { required: true, applyToState: 'FR', procedure: '987:18' },
      flags: ['TELEWORK_AGREEMENT'],
    });
    expect([at('0.25').basis, at('0.49').basis]).toEqual(['883:16(1)', '883:16(1)']);
    expect(at('0.5')).toMatchObject({ legislation: 'BE', basis: '883:13(1)(a)' });
    expect(at('0.2')).toMatchObject({ legislation: 'FR', basis: '883:13(1)(b)(i)' });
  });

  it.each([
    ['both have asked', { requestedByBoth: false }],
    ['only telework is done at home', { onlyTeleworkInResidence: false }],
    ['both states have signed', { bothStatesSigned: false }],
  ])('is open only if %s', (_what, change) => {
    expect(at('0.4', change)).toMatchObject({ legislation: 'BE', basis: '883:13(1)(a)' });
  });

  it('looks the signatories up, each from its own day', () => {
    const slovene = (date: string) =>
      answerTo(
        lucas({
          date,
          person: { nationality: 'SI', residence: 'SI' },
          activities: [work('SI', '0.4'), work('FR', '0.6')],
          telework,
        }),
      ).basis;
    expect([slovene('2023-08-31'), slovene('2023-09-01')]).toEqual(['883:13(1)(a)', '883:16(1)']);
    const danish = lucas({
      person: { nationality: 'DK', residence: 'DK' },
      activities: [work('DK', '0.4'), work('FR', '0.6')],
      telework,
    });
    expect(answerTo(danish).basis).toBe('883:13(1)(a)');
    expect(at('0.4', {}, { date: '2023-06-30' }).basis).toBe('883:13(1)(a)');
  });

  it('is not for the self-employed, for two seats, nor for work in a third state', () => {
    const two = [...employers('SE'), { id: 'paris', seat: 'FR' }];
    const others: readonly (readonly ActivityFacts[])[] = [
      [work('BE', '0.4'), work('FR', '0.4'), own('FR', '0.2')],
      [work('BE', '0.4', { employer: 'SE' }), work('FR', '0.6')],
      [work('BE', '0.4'), work('FR', '0.4'), work('SE', '0.2')],
    ];
    for (const activities of others)
      expect(at('0.4', {}, { employers: two, activities }).flags).not.toContain('TELEWORK_AGREEMENT');
  });

  it('asks for what is unknown', () => {
    expect(at('0.4', { requestedByBoth: undefined }).missing.map(({ fact }) => fact)).toEqual([
      'telework.requestedByBoth',
    ]);
  });
});

describe('employed and self-employed (883/2004 Art. 13(3))', () => {
  it('in different states is under the law of the employment', () => {
    const activities = [work('FR', '0.2'), own('BE', '0.8')];
    expect(answerTo(lucas({ person: elsewhere, activities }))).toMatchObject({
      legislation: 'FR',
      basis: '883:13(3)',
      a1: { required: true, applyToState: 'BE', procedure: '987:16' },
    });
  });

  it('employed in several states: only the employed time is tested', () => {
    const activities = [work('BE', '0.2'), work('FR', '0.3'), own('BE', '0.5')];
    const answer = answerTo(lucas({ person: elsewhere, activities }));
    expect(answer).toMatchObject({ legislation: 'BE', basis: '883:13(1)(a)' });
    expect(answer.flags).toContain('SELF_EMPLOYED_IGNORED_FOR_25');
    const less = [work('BE', '0.1'), work('FR', '0.4'), own('BE', '0.5')];
    expect(law(lucas({ person: elsewhere, activities: less }))).toEqual(['FR', '883:13(1)(b)(i)']);
  });

  it('in one and the same state is simply that state’s', () => {
    expect(law(lucas({ activities: [work('FR', '0.5'), own('FR', '0.5')] }))).toEqual(['FR', '883:11(3)(a)']);
  });
});

describe('employed in several states (883/2004 Art. 13(1))', () => {
  const all = [...employers('BE', 'FR', 'DE', 'SE', 'US'), { id: 'paris', seat: 'FR' }];
  const at = (...activities: readonly ActivityFacts[]) =>
    answerTo(lucas({ person: elsewhere, employers: all, activities }));

  it('a quarter of the time at home is substantial (a)', () => {
    expect(at(work('BE', '0.25'), work('FR', '0.75'))).toMatchObject({
      legislation: 'BE',
      basis: '883:13(1)(a)',
      a1: { applyToState: 'BE', procedure: '987:16' },
      flags: ['FOREIGN_EMPLOYER_REGISTERS', 'PROVISIONAL_DETERMINATION'],
    });
    expect(at(work('BE', '0.2499'), work('FR', '0.7501')).basis).toBe('883:13(1)(b)(i)');
  });

  it('a quarter of the pay at home is substantial as well', () => {
    expect(at(work('BE', '0.1', { payShare: '0.3' }), work('FR', '0.9', { payShare: '0.7' })).basis).toBe(
      '883:13(1)(a)',
    );
  });

  it('one employer: its seat (b)(i)', () => {
    expect(at(work('BE', '0.1'), work('FR', '0.9'))).toMatchObject({
      legislation: 'FR',
      basis: '883:13(1)(b)(i)',
      a1: { issuerState: 'FR', applyToState: 'BE' },
    });
  });

  it('two employers with one seat: that seat (b)(ii)', () => {
    expect(at(work('BE', '0.1'), work('FR', '0.9', { employer: 'FR' })).basis).toBe('883:13(1)(b)(ii)');
  });

  it('seats at the residence and in one other state: the other (b)(iii)', () => {
    const answer = at(work('BE', '0.1', { employer: 'BE' }), work('FR', '0.9'));
    expect(answer).toMatchObject({ legislation: 'FR', basis: '883:13(1)(b)(iii)' });
    expect(answer.flags).toContain('FOREIGN_EMPLOYER_REGISTERS');
  });

  it('seats in two or more other states: the residence (b)(iv)', () => {
    expect(at(work('FR', '0.5'), work('DE', '0.5', { employer: 'DE' }))).toMatchObject({
      legislation: 'BE',
      basis: '883:13(1)(b)(iv)',
    });
  });

  it('no seat inside the coordinated states: the residence (987/2009 Art. 14(11))', () => {
    const american = (country: string, share: string) => work(country, share, { employer: 'US' });
    expect(at(american('BE', '0.1'), american('FR', '0.9'))).toMatchObject({ legislation: 'BE', basis: '987:14(11)' });
  });

  it('a seat outside beside one inside is a matter for people', () => {
    const answer = at(work('FR', '0.5'), work('DE', '0.5', { employer: 'US' }));
    expect(answer.askHuman.map(({ reason }) => reason.key)).toContain('seat-outside');
  });

  it('two contracts of one real employer are one employer', () => {
    const chain = [
      { id: 'a', seat: 'CY', effectiveEmployer: 'real' },
      { id: 'b', seat: 'MT', effectiveEmployer: 'real' },
      { id: 'real', seat: 'NL' },
    ];
    const activities = [work('FR', '0.5', { employer: 'a' }), work('DE', '0.5', { employer: 'b' })];
    const answer = answerTo(lucas({ person: elsewhere, employers: chain, activities }));
    expect(answer).toMatchObject({ legislation: 'NL', basis: '883:13(1)(b)(i)' });
    expect(answer.flags).toEqual([
      'EFFECTIVE_EMPLOYER_DIFFERS',
      'FOREIGN_EMPLOYER_REGISTERS',
      'PROVISIONAL_DETERMINATION',
    ]);
  });

  it('time outside the Union stays in the whole (C-743/23)', () => {
    const answer = at(work('BE', '0.16'), work('FR', '0.16'), work('US', '0.68'));
    expect(answer).toMatchObject({ legislation: 'FR', basis: '883:13(1)(b)(i)' });
    expect(answer.flags).toContain('THIRD_COUNTRY_TIME_COUNTED');
  });

  it('asks for shares and employers that are unknown', () => {
    expect(at(work('BE', '0.1'), { ...work('FR', '0'), timeShare: undefined }).missing.map(({ fact }) => fact)).toEqual(
      ['activities[1].timeShare'],
    );
    expect(at(work('BE', '0.1'), work('FR', '0.9', { employer: undefined })).missing.map(({ fact }) => fact)).toEqual([
      'activities[1].employer',
    ]);
  });
});

describe('self-employed in several states (883/2004 Art. 13(2))', () => {
  it('a quarter at home is substantial: the residence (a)', () => {
    const activities = [own('FR', '0.25'), own('DE', '0.75')];
    expect(law(lucas({ activities, centreOfInterest: 'DE' }))).toEqual(['FR', '883:13(2)(a)']);
  });

  it('otherwise the centre of interest (b), which must be known', () => {
    const activities = [own('FR', '0.2'), own('DE', '0.8')];
    expect(answerTo(lucas({ activities, centreOfInterest: 'DE' }))).toMatchObject({
      legislation: 'DE',
      basis: '883:13(2)(b)',
      a1: { applyToState: 'FR', procedure: '987:16' },
    });
    expect(answerTo(lucas({ activities })).missing.map(({ fact }) => fact)).toEqual(['centreOfInterest']);
  });
});

describe('work in one state (883/2004 Art. 11(3)(a))', () => {
  it('is under that state’s law, without a certificate', () => {
    expect(answerTo(lucas({ person: elsewhere, activities: [work('FR', '1')] }))).toMatchObject({
      legislation: 'FR',
      basis: '883:11(3)(a)',
      a1: { required: false, procedure: null },
      flags: [],
    });
  });

  it('needs to know which work there is', () => {
    const { activities: _none, ...silent } = lucas();
    expect(answerTo(silent).missing.map(({ fact }) => fact)).toEqual(['activities']);
    expect(answerTo(lucas({ activities: [work('FR', '1', { regularity: 'occasional' })] })).missing).toHaveLength(1);
  });
});

describe('a share near a threshold', () => {
  const near = (share: string) =>
    answerTo(lucas({ person: elsewhere, activities: [work('BE', share), work('FR', String(1 - Number(share)))] }))
      .askHuman.filter(({ threshold }) => threshold !== null)
      .map(({ threshold }) => `${threshold!.name} ${threshold!.share.toPercent()}`);

  it('is for a person to weigh within three points of 25 % or 5 %, the third point included', () => {
    expect(near('0.22')).toEqual(['substantial-share 22']);
    expect(near('0.28')).toEqual(['substantial-share 28']);
    expect(near('0.08')).toEqual(['marginal-share 8']);
    expect(near('0.02')).toEqual(['marginal-share 2']);
    expect([near('0.2199'), near('0.2801'), near('0.0801'), near('0.0199')]).toEqual([[], [], [], []]);
  });

  it('troubles nobody when the other measure is beyond doubt', () => {
    const activities = [work('BE', '0.4', { payShare: '0.24' }), work('FR', '0.6', { payShare: '0.76' })];
    expect(answerTo(lucas({ person: elsewhere, activities })).askHuman).toEqual([]);
  });

  it('is for a person near the edge of the telework agreement too', () => {
    const telework = { shareInResidence: '0.48', requestedByBoth: true, onlyTeleworkInResidence: true };
    const { askHuman } = answerTo(
      lucas({ person: elsewhere, activities: [work('BE', '0.48'), work('FR', '0.52')], telework }),
    );
    expect(askHuman.map(({ threshold }) => threshold?.name)).toEqual(['telework-share']);
  });
});

describe('an answer', () => {
  it('explains itself in every language, the article first and then each flag', () => {
    const { reasons, flags } = answerTo(lucas({ mission: mission({ passedOnByHost: true }) }));
    expect(reasons.map(({ key }) => key)).toEqual(['883:11(3)(a)', ...flags]);
    expect(reasons[0]?.words.fr).toBe('Législation applicable : Belgique, où le travail est effectué (883:11(3)(a)).');
    expect(reasons[0]?.words.sv).toContain('Belgien');
  });
});
