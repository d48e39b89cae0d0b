import { parentsFirst } from './tables.js';

const table = (name: string) => ({ name, columns: ['id'] });
const names = (...all: readonly string[]) => all.map(table);

describe('the order of tables', () => {
  it('has those that are named before those that name them', () => {
    const references = [
      { child: 'payslip', parent: 'mission' },
      { child: 'mission', parent: 'member' },
      { child: 'payslip', parent: 'member' },
    ];
    expect(parentsFirst(names('payslip', 'member', 'mission'), references)).toEqual(
      names('member', 'mission', 'payslip'),
    );
  });

  it('is not troubled by a table that names itself, but by a circle', () => {
    const self = { child: 'transaction', parent: 'transaction' };
    expect(parentsFirst(names('transaction'), [self])).toEqual(names('transaction'));
    const circle = [
      { child: 'hen', parent: 'egg' },
      { child: 'egg', parent: 'hen' },
    ];
    expect(() => parentsFirst(names('hen', 'egg'), circle)).toThrow(/circle/);
  });
});
