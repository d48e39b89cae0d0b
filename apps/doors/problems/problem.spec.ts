import { ok, refuse, type Result } from '@passerelle/values';
import { languages } from '../language.js';
import * as access from '../access/access-problems.js';
import * as common from './common-problems.js';
import { notFound } from './common-problems.js';
import { Problem, problemKind, problemKindOf } from './problem.js';
import { refusalTable } from './refusal-table.js';
import { ruleWords } from './rule-words.js';

type MissionRefusal = { readonly kind: 'no-such-mission' } | { readonly kind: 'too-late'; readonly day: string };

const refusals = refusalTable<MissionRefusal>({
  'no-such-mission': () => new Problem(notFound),
  'too-late': ({ day }) => new Problem(notFound, `closed on ${day}`),
});

describe('problems', () => {
  it('exist in every language', () => {
    const kinds = [...Object.values(common), ...Object.values(access)];
    const texts = [
      ...kinds.flatMap(({ title, cure }) => [title, cure]),
      ...Object.values(ruleWords).map(({ words }) => words),
    ];
    expect(texts.length).toBeGreaterThan(40);
    for (const words of texts) {
      expect(Object.keys(words).sort()).toEqual([...languages].sort());
      expect(new Set(Object.values(words)).size).toBe(languages.length);
    }
  });

  it('have one name each', () => {
    expect(problemKindOf('not-found')).toBe(notFound);
    expect(() => problemKind({ ...notFound })).toThrow('two problems share the name /problems/not-found');
  });

  it('answer each refusal of a room', () => {
    const late: Result<string, MissionRefusal> = refuse({ kind: 'too-late', day: '2026-03-24' });
    expect(refusals.valueOf(ok('mission'))).toBe('mission');
    expect(() => refusals.valueOf(late)).toThrow(Problem);
    expect(refusals.problemFor(late.ok ? { kind: 'no-such-mission' } : late.refusal).options.detail).toBe(
      'closed on 2026-03-24',
    );
  });

  it('do not compile for a room that forgets a kind', () => {
    // @ts-expect-error the kind too-late has no answer
    const forgetful = refusalTable<MissionRefusal>({ 'no-such-mission': () => new Problem(notFound) });
    expect(forgetful.problemFor({ kind: 'no-such-mission' }).kind).toBe(notFound);
  });
});
