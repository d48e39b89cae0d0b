import { groupsOf } from './groups.js';

const item = (kind: string, id: string) => ({ kind, id });

describe('a list in groups', () => {
  it('has each kind once, in the order in which the first of it comes, and keeps the order within', () => {
    const late = item('formality', '1');
    const soon = item('mission-to-approve', '2');
    const later = item('formality', '3');
    expect(groupsOf([late, soon, later])).toEqual([
      { kind: 'formality', items: [late, later] },
      { kind: 'mission-to-approve', items: [soon] },
    ]);
  });

  it('is empty where nothing waits', () => {
    expect(groupsOf([])).toEqual([]);
  });
});
