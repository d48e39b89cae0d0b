import { writtenValue } from './policy-value.js';

describe('a policy as people type it', () => {
  it('may have a comma and a sign of per cent', () => {
    expect(['6,5', '6.5', ' 6,5 % '].map((typed) => writtenValue('contributionRate', typed))).toEqual([
      '6.5',
      '6.5',
      '6.5',
    ]);
  });

  it('may list days as lists are written', () => {
    expect(writtenValue('reminderDays', '7, 21, 35')).toBe('7 21 35');
  });

  it('stays as it was typed where it is something else, so that it is refused by what it says', () => {
    expect(writtenValue('payWorkingDays', 'seven')).toBe('seven');
  });
});
