import { hashAfter, tellsOfPeople } from './audit-export.js';
import { messageTypes } from './messages/registry.js';

describe('the record for auditors', () => {
  it('withholds every message that may tell of people, and no other', () => {
    expect(
      messageTypes
        .map(({ type }) => type)
        .filter(tellsOfPeople)
        .sort(),
    ).toEqual([
      'counts.ask',
      'counts.tell',
      'evidence',
      'mission.accept',
      'mission.approve',
      'mission.cancel',
      'mission.formalities',
      'mission.offer',
      'mission.refuse',
      'mission.report',
      'mission.start',
    ]);
  });

  it('withholds what this program does not know', () => {
    expect(tellsOfPeople('worker.tell')).toBe(true);
  });

  it('stands for each line and for their order', () => {
    const of = (...lines: readonly string[]) => lines.reduce(hashAfter, '');
    expect(new Set([of('a', 'b'), of('b', 'a'), of('a'), of('a\nb'), of('a', 'b', 'b')]).size).toBe(5);
  });
});
