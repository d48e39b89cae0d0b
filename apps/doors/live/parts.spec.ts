import { changedSince, idOf, seenOf } from './parts.js';

const names = ['nodes', 'links', 'positions'] as const;

const nothing = { nodes: [], links: [], positions: [] };
const withLimit = { ...nothing, positions: [{ node: 'be', used: 10n }] };

describe('what a listener hears', () => {
  it('is nothing when she has seen all there is', () => {
    expect(changedSince(names, idOf(names, seenOf(names, nothing)), seenOf(names, { ...nothing }))).toEqual([]);
  });

  it('is the name of the one part that changed', () => {
    expect(changedSince(names, idOf(names, seenOf(names, nothing)), seenOf(names, withLimit))).toEqual(['positions']);
  });

  it('is every name when she has seen nothing, or something of another release', () => {
    for (const id of [undefined, '', 'of-another-release'])
      expect(changedSince(names, id, seenOf(names, nothing))).toEqual(names);
  });

  it('holds nothing of what the parts say', () => {
    expect(idOf(names, seenOf(names, withLimit))).toMatch(/^[\w-]{10}(\.[\w-]{10}){2}$/);
  });
});
