import { hashAfter, tellsOfPeople } from './audit-export.js';
import { messageTypes } from './messages/registry.js';

describe('the record for auditors', () => {
  it('withholds every message that may tell of people, and no other', () => {
    expect(messageTypes.map(({ type }) => type).filter(tellsOfPeople)).toEqual([
      'mission.offer',
      'mission.accept',
      'mission.refuse',
      'mission.formalities',
      'mission.start',
      'mission.report',
      'mission.approve',
      'mission.cancel',
      'counts.ask',
      'counts.tell',
      'evidence',
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
