import { day, money } from '@passerelle/values';
import { type DeclarationForm, dueOn, fill } from './kit/index.js';
import { countries } from './index.js';

const form = (id: string): DeclarationForm => {
  const found = countries.flatMap(({ declarations }) => declarations).find((each) => each.id === id);
  if (!found) throw new Error(`no country asks for ${id}`);
  return found;
};

describe('the day on which a declaration is due', () => {
  it.each([
    ['be.dimona', '2026-03-23', '2026-03-27', '2026-03-23'],
    ['be.dimona-out', '2026-04-30', '2026-04-30', '2026-05-04'],
    ['be.dmfa', '2026-01-01', '2026-03-31', '2026-04-30'],
    ['be.dmfa', '2026-10-01', '2026-12-31', '2027-01-31'],
    ['fr.dpae', '2026-03-23', '2026-03-27', '2026-03-23'],
    ['fr.fctu', '2026-04-30', '2026-04-30', '2026-05-11'],
    ['fr.dsn', '2026-03-01', '2026-03-31', '2026-04-15'],
    ['fr.aem', '2026-04-08', '2026-04-08', '2026-05-14'],
    ['se.agi', '2026-03-01', '2026-03-31', '2026-04-12'],
    ['se.agi', '2026-07-01', '2026-07-31', '2026-08-17'],
    ['se.agi', '2026-12-01', '2026-12-31', '2027-01-17'],
  ])('of %s about %s to %s is %s', (id, first, last, due) => {
    expect(dueOn(form(id), { first: day(first), last: day(last) })).toBe(due);
  });
});

describe('a declaration', () => {
  const said = {
    'employer.number': '0428759497',
    'worker.kind': 'OTH',
    'work.first': '2026-03-23',
    'work.last': '2026-03-27',
  };

  it('names what nobody has said, by our word and the authority’s', () => {
    const { fields, missing, wrong } = fill(form('be.dimona'), said);
    expect([missing, wrong]).toEqual([['worker.nationalNumber'], []]);
    expect(fields[1]).toEqual({ name: 'worker.nationalNumber', officialName: 'worker.ssin', value: null });
  });

  it('is complete with what is asked, and may leave out what is not', () => {
    expect(fill(form('be.dimona'), { ...said, 'worker.nationalNumber': '90051700053' })).toMatchObject({
      missing: [],
      wrong: [],
    });
  });

  it('names each value that the authority would not read', () => {
    const odd = {
      'employer.number': 'BE0428759497',
      'worker.kind': 'ART',
      'work.first': '23/03/2026',
      'work.last': '',
    };
    expect(fill(form('be.dimona'), odd).wrong).toEqual(['employer.number', 'work.first', 'work.last', 'worker.kind']);
    expect(fill(form('fr.aem'), { 'pay.gross': '1300' }).wrong).toEqual(['pay.gross']);
    expect(fill(form('se.agi'), { 'pay.gross': '1300.00' }).wrong).toEqual(['pay.gross']);
  });

  it('says an amount as the authority writes it: to the cent in France, in whole kronor in Sweden', () => {
    const pay = (id: string, currency: 'EUR' | 'SEK') =>
      fill(form(id), { 'pay.gross': money('1300.97', currency) }).fields.find(({ name }) => name === 'pay.gross')
        ?.value;
    expect([pay('fr.dsn', 'EUR'), pay('se.agi', 'SEK')]).toEqual(['1300.97', '1300']);
  });

  it('has a source and a mark on every field and on its due date, in every country', () => {
    const forms = countries.flatMap(({ declarations }) => declarations);
    expect(forms.length).toBeGreaterThan(5);
    for (const { fields } of forms) for (const { source } of fields) expect(source).not.toBe('');
  });
});
