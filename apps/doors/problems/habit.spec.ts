import { inHabit } from './habit.js';

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');

describe('a sentence of a problem', () => {
  it('says amounts, days and months as its reader writes them', () => {
    const said = 'Raise 1411.94 EUR, or wait until 2026-04-08; nothing falls due in 2026-05.';
    expect(plain(inHabit(said, 'fr'))).toBe(
      'Raise 1 411,94 €, or wait until 8 avr. 2026; nothing falls due in mai 2026.',
    );
    expect(plain(inHabit('-20.00 SEK am 2026-04-08.', 'de'))).toBe('-20,00 SEK am 08.04.2026.');
    expect(plain(inHabit('(411.94 EUR)', 'nl'))).toBe('(€ 411,94)');
  });

  it.each([
    'Write an existing day as year, month and day, such as "2026-03-24".',
    'Invoice 2026-0001 of the mission be-2026-0004 is made.',
    'The cycle cyc_2026-03 is over.',
    'The file statement-2026-03-24.xml and 2026-03-24T10:00:00Z are names.',
    'There is no 2026-13-45.',
  ])('leaves examples, names and what is no day: %s', (text) => {
    expect(inHabit(text, 'sv')).toBe(text);
  });
});
