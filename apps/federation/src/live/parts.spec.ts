import { type PartName, changedSince, idOf, partNames, seenOf } from './parts.js';

const nothing = Object.fromEntries(partNames.map((name) => [name, []])) as unknown as Record<PartName, unknown>;
const withLimit = { ...nothing, positions: [{ node: 'be', used: 10n }] };

describe('what a listener of the federation hears', () => {
  it('is nothing when she has seen all there is', () => {
    expect(changedSince(idOf(seenOf(nothing)), seenOf({ ...nothing }))).toEqual([]);
  });

  it('is the name of the one part that changed', () => {
    expect(changedSince(idOf(seenOf(nothing)), seenOf(withLimit))).toEqual(['positions']);
  });

  it('is every name when she has seen nothing, or something of another release', () => {
    for (const id of [undefined, '', 'of-another-release'])
      expect(changedSince(id, seenOf(nothing))).toEqual(partNames);
  });

  it('holds nothing of what the reports say', () => {
    expect(idOf(seenOf(withLimit))).toMatch(/^[\w-]{10}(\.[\w-]{10}){8}$/);
  });
});
