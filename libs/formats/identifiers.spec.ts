import { identifiersOf, isBankgiro } from './identifiers.js';

describe('the numbers of a company', () => {
  it.each([
    ['BE0428759497', '0208', '0428759497', '0208'],
    ['SE556012579001', '0007', '5560125790', '0007'],
    ['FR40303265045', '0225', '303265045', '0002'],
  ])('follow from the VAT number %s', (vatNumber, scheme, value, register) => {
    expect(identifiersOf(vatNumber)).toEqual({
      ok: true,
      value: { endpoint: { scheme, value }, legalId: { scheme: register, value } },
    });
  });

  it('are the VAT number itself where the network has no register of the country', () => {
    expect(identifiersOf('DE136695976')).toEqual({
      ok: true,
      value: { endpoint: { scheme: '9930', value: 'DE136695976' }, legalId: null },
    });
  });

  it.each([
    'BE0428759498',
    'BE2428759497',
    'SE556012579101',
    'SE5560125790',
    'FR40303265046',
    'US123456789',
    'be0428759497',
    '',
  ])('are not made from "%s"', (vatNumber) => {
    expect(identifiersOf(vatNumber)).toMatchObject({ ok: false, refusal: { kind: 'unknown-identifier' } });
  });

  it('include Bankgiro numbers of seven or eight digits', () => {
    expect([isBankgiro('9912346'), isBankgiro('9912345'), isBankgiro('991234')]).toEqual([true, false, false]);
  });
});
