import { day } from '@passerelle/values';
import { followRoster, readRosterFile, rosterFile } from './roster-chain.js';
import { type Roster, verifyFirstRoster } from './roster.js';
import { hashText } from './hash.js';
import { be, fr, rosterContent as roster, se, signedBy as signed } from './testing/federation.js';

const first = signed({ ...roster, version: 1, prev: '' }, be, fr);
const second = signed({ ...roster, version: 2, prev: hashText(first.m), from: day('2026-02-01') }, fr, se);
const third = signed({ ...roster, version: 3, prev: hashText(second.m), from: day('2026-03-01') }, be, se);

function known(): Roster {
  const read = verifyFirstRoster(first);
  if (!read.ok) throw new Error(read.refusal.kind);
  return read.value;
}

const versionOf = (followed: ReturnType<typeof followRoster>) =>
  followed.ok ? followed.value.added.map(({ content }) => content.version) : followed.refusal;

describe('the chain of a roster', () => {
  it('is followed from the first version, or from where one stopped', () => {
    expect(versionOf(followRoster([], [first, second, third]))).toEqual([1, 2, 3]);
    expect(versionOf(followRoster([known()], [first, second, third]))).toEqual([2, 3]);
    expect(versionOf(followRoster([known()], [third, second].reverse()))).toEqual([2, 3]);
  });

  it('changes nothing when all of it is known', () => {
    expect(versionOf(followRoster([known()], [first]))).toEqual([]);
  });

  it('is refused where a version is missing', () => {
    expect(versionOf(followRoster([known()], [third]))).toEqual({
      kind: 'not-the-next-version',
      expected: 2,
      found: 3,
    });
    expect(versionOf(followRoster([], [second]))).toMatchObject({ kind: 'not-the-next-version' });
  });

  it('is refused with another past', () => {
    const other = signed({ ...roster, version: 1, prev: '', from: day('2025-01-01') }, be, fr);
    expect(versionOf(followRoster([known()], [other]))).toEqual({ kind: 'another-history' });
  });

  it('is refused without a quorum of the version before', () => {
    const alone = signed({ ...roster, version: 2, prev: hashText(first.m) }, be);
    expect(versionOf(followRoster([known()], [alone]))).toMatchObject({ kind: 'too-few-signatures' });
  });

  it('is one file, which may also hold one version alone', () => {
    expect(readRosterFile(rosterFile([first, second]))).toEqual({ ok: true, value: [first, second] });
    expect(readRosterFile(JSON.stringify(first))).toEqual({ ok: true, value: [first] });
    expect(readRosterFile('{')).toMatchObject({ refusal: { kind: 'not-json' } });
    expect(readRosterFile('{"versions":[]}')).toMatchObject({ refusal: { kind: 'not-a-roster' } });
  });
});
