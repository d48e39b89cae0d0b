import { type Typed, changedLine, emptyLine, faultsOf, formOf, paidOf, typedOf } from './typed.js';

const strings: Typed = {
  kind: 'material',
  spentOn: '2026-03-20',
  purpose: ' Strings ',
  country: 'BE',
  madeOutTo: 'cooperative',
  quantity: '',
  activity: 'act_1',
  lines: [{ total: '242,00', percent: '21', vat: '42,00' }],
  receipts: ['rec_1'],
};
const euro = (amount: string) => ({ amount, currency: 'EUR' });

describe('an expense as it is typed', () => {
  it('becomes net and VAT of each rate, and comes back as it was', () => {
    const form = formOf(strings, 'EUR');
    expect(form).toMatchObject({
      purpose: 'Strings',
      lines: [{ net: euro('200.00'), vat: euro('42.00'), vatPercent: '21' }],
    });
    expect(typedOf(form, 'act_1', 'FR')).toEqual({ ...strings, purpose: 'Strings' });
    expect(paidOf(form)).toEqual(euro('242.00'));
  });

  it('keeps what can be read, and leaves out the rest', () => {
    const begun = { ...strings, spentOn: '2026-3', lines: [emptyLine], madeOutTo: '' } as const;
    const form = formOf(begun, 'EUR');
    expect(Object.keys(form).sort()).toEqual(['activity', 'country', 'kind', 'purpose', 'receipts']);
    expect(faultsOf(begun, 'EUR')).toEqual(['spentOn', 'lines', 'madeOutTo']);
  });

  it('names nothing when nothing is missing', () => {
    expect(faultsOf(strings, 'EUR')).toEqual([]);
  });

  it('of a receipt without VAT has none', () => {
    const taxi = { ...strings, lines: [{ total: '18', percent: '', vat: '' }] };
    expect(formOf(taxi, 'EUR').lines).toEqual([{ net: euro('18.00'), vat: euro('0.00') }]);
  });

  it('by a rule needs kilometres and no receipt', () => {
    const drive = { ...strings, kind: 'kilometres', receipts: [], lines: [emptyLine] } as const;
    expect(faultsOf(drive, 'EUR')).toEqual(['quantity']);
    expect(faultsOf({ ...drive, quantity: '233' }, 'EUR')).toEqual([]);
    expect(formOf({ ...drive, quantity: '233' }, 'EUR')).toMatchObject({ quantity: 233 });
    expect(formOf({ ...drive, quantity: '233' }, 'EUR').lines).toBeUndefined();
  });

  it.each([
    { total: '1.234', percent: '21', vat: '42,00' },
    { total: '20', percent: '21', vat: '42,00' },
    { total: '242', percent: 'many', vat: '42' },
    { total: '-242', percent: '', vat: '' },
  ])('is not sent with a line such as %j', (line) => {
    expect(faultsOf({ ...strings, lines: [line] }, 'EUR')).toEqual(['lines']);
  });
});

describe('the VAT of a line', () => {
  const typed = (part: Partial<typeof emptyLine>, line = emptyLine) => changedLine(line, part, 'EUR');

  it('follows what was paid and the rate', () => {
    const line = typed({ percent: '21' }, typed({ total: '242' }));
    expect(line.vat).toBe('42,00');
    expect(typed({ total: '121' }, line).vat).toBe('21,00');
    expect(typed({ percent: '5,5' }, line).vat).toBe('12,62');
  });

  it('stays as it was read off the receipt', () => {
    const line = typed({ vat: '41,99' }, { total: '242', percent: '21', vat: '42,00' });
    expect(typed({ total: '243' }, line).vat).toBe('41,99');
  });
});
