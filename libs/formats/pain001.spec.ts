import { Money, day, money } from '@passerelle/values';
import fc from 'fast-check';
import { pain001Of } from './pain001.js';
import { readPain001 } from './pain001-read.js';
import { type CreditTransfer, type PaymentFile, bankAddress, makePaymentFile } from './payment-file.js';
import { makeOcr, makeOgm, makeRf } from './references.js';
import { schemaCheck } from './testing/schemas.js';

const check = schemaCheck('iso20022/pain.001.001.09.xsd');

const reference = (answer: ReturnType<typeof makeOgm>) => {
  if (!answer.ok) throw new Error(answer.refusal.detail);
  return answer.value;
};

const transfer = (changed: Partial<CreditTransfer> = {}): CreditTransfer => ({
  endToEndId: 'SLIP1',
  amount: money('512.00', 'EUR'),
  payee: {
    name: 'Amina',
    address: bankAddress({ street: 'Rue Haute 5', postcode: '1000', town: 'Bruxelles', country: 'BE' }),
  },
  account: { kind: 'iban', iban: 'BE71096123456769', bic: null },
  remittance: { kind: 'text', value: 'Salaire mars 2026' },
  ...changed,
});

const file = (transfers: readonly CreditTransfer[], changed: Partial<PaymentFile> = {}): PaymentFile => ({
  id: 'WAGES-2026-04-08',
  createdAt: '2026-04-07T08:00:00Z',
  initiator: 'Passerelle Bruxelles',
  currency: 'EUR',
  batches: [
    {
      id: 'B1',
      on: day('2026-04-08'),
      purpose: 'SALA',
      payer: { name: 'Passerelle Bruxelles', address: null },
      account: { kind: 'iban', iban: 'BE68539007547034', bic: 'GKCCBEBB' },
      transfers,
    },
  ],
  ...changed,
});

const made = (wanted: PaymentFile): PaymentFile => {
  const answer = makePaymentFile(wanted);
  if (!answer.ok) throw new Error(`${answer.refusal.place}: ${answer.refusal.detail}`);
  return answer.value;
};

const refusalOf = (wanted: PaymentFile): string => {
  const answer = makePaymentFile(wanted);
  return answer.ok ? '' : answer.refusal.detail;
};

const kronor = file(
  [
    transfer({
      amount: money('12000.00', 'SEK'),
      account: { kind: 'bankgiro', number: '9912346' },
      remittance: reference(makeOcr('123456')),
    }),
    transfer({
      endToEndId: 'SLIP2',
      amount: money('18000.50', 'SEK'),
      account: { kind: 'iban', iban: 'SE3550000000054910000003', bic: 'ESSESESS' },
    }),
  ],
  { currency: 'SEK' },
);

const anyFile = fc
  .array(fc.bigInt(1n, 99_999_999_999n), { minLength: 1, maxLength: 20 })
  .map((amounts) =>
    file(amounts.map((minor, index) => transfer({ endToEndId: `SLIP${index}`, amount: new Money(minor, 'EUR') }))),
  );

describe('a file of payments', () => {
  it('read back is the same file', () => {
    fc.assert(
      fc.property(anyFile, (wanted) => {
        const orders = made(wanted);
        expect(readPain001(pain001Of(orders))).toEqual({ ok: true, value: orders });
      }),
      { numRuns: 30 },
    );
    const references = [reference(makeOgm(909_337_554n)), reference(makeRf('539007547034')), null];
    const several = file(references.map((remittance, index) => transfer({ endToEndId: `L${index}`, remittance })));
    for (const orders of [made(several), made(kronor)])
      expect(readPain001(pain001Of(orders))).toEqual({ ok: true, value: orders });
  });

  (check ? it : it.skip)('is one of the schema of ISO 20022', () => {
    for (const orders of [file([transfer()]), kronor]) expect(check!(pain001Of(made(orders)))).toBeUndefined();
    expect(check!(pain001Of(made(kronor)).replace('<PmtMtd>TRF', '<PmtMtd>CHEQUE'))).toContain('PmtMtd');
  });

  it('counts and adds up the same whole numbers as its amounts', () => {
    fc.assert(
      fc.property(anyFile, (wanted) => {
        const text = pain001Of(made(wanted));
        const cents = [...text.matchAll(/<InstdAmt Ccy="EUR">(\d+)\.(\d\d)</g)].map(([, euros, rest]) =>
          BigInt(`${euros!}${rest!}`),
        );
        const total = cents.reduce((so, each) => so + each, 0n);
        const sums = [...text.matchAll(/<CtrlSum>(\d+)\.(\d\d)</g)].map(([, euros, rest]) =>
          BigInt(`${euros!}${rest!}`),
        );
        const counts = [...text.matchAll(/<NbOfTxs>(\d+)</g)].map(([, count]) => Number(count));
        expect([sums, counts]).toEqual([
          [total, total],
          [cents.length, cents.length],
        ]);
      }),
      { numRuns: 30 },
    );
  });

  it('gives addresses in elements of their own, never in lines', () => {
    const text = pain001Of(made(file([transfer()])));
    expect(text).toContain('<StrtNm>Rue Haute</StrtNm>');
    expect(text).toContain('<BldgNb>5</BldgNb>');
    expect(text).not.toContain('AdrLine');
    expect(
      bankAddress({ street: '12 rue de Belleville', postcode: '75020', town: 'Paris', country: 'FR' }),
    ).toMatchObject({
      street: 'rue de Belleville',
      building: '12',
    });
    expect(bankAddress({ street: 'Le Bourg', postcode: '23000', town: 'Guéret', country: 'FR' })).toMatchObject({
      street: 'Le Bourg',
      building: null,
    });
  });

  it('says who checks a reference', () => {
    const text = pain001Of(made(file([transfer({ remittance: reference(makeOgm(909_337_554n)) })])));
    expect(text).toMatch(/<Cd>SCOR<\/Cd>\s*<\/CdOrPrtry>\s*<Issr>BBA<\/Issr>\s*<\/Tp>\s*<Ref>090933755493<\/Ref>/);
  });

  it('pays kronor by Swedish clearing and euro by SEPA', () => {
    const swedish = pain001Of(made(kronor));
    expect(swedish).toContain('<Prtry>BGNR</Prtry>');
    expect(swedish).not.toContain('SEPA');
    expect(pain001Of(made(file([transfer()])))).toContain('<Cd>SEPA</Cd>');
  });

  it('writes names in letters that banks know', () => {
    const payee = { name: 'Søren Łukasz Çelik-Müßig & Fils — “Le Bœuf”', address: null };
    expect(made(file([transfer({ payee })])).batches[0]!.transfers[0]!.payee.name).toBe(
      'Soren Lukasz Celik-Mussig + Fils - Le Boeuf',
    );
  });

  it.each<readonly [string, PaymentFile]>([
    ['stands twice', file([transfer(), transfer()])],
    ['is not an IBAN', file([transfer({ account: { kind: 'iban', iban: 'BE71096123456760', bic: null } })])],
    ['is not a BIC', file([transfer({ account: { kind: 'iban', iban: 'BE71096123456769', bic: 'NO' } })])],
    ['cannot be transferred', file([transfer({ amount: money('0.00', 'EUR') })])],
    ['cannot be transferred', file([transfer({ amount: money('1000000000.00', 'EUR') })])],
    ['is not in EUR', file([transfer({ amount: money('1.00', 'SEK') })])],
    ['in kronor only', file([transfer({ account: { kind: 'bankgiro', number: '9912346' } })])],
    [
      'no Bankgiro',
      file([transfer({ amount: money('1.00', 'SEK'), account: { kind: 'bankgiro', number: '1' } })], {
        currency: 'SEK',
      }),
    ],
    ['no end-to-end reference', file([transfer({ endToEndId: '/a//b' })])],
    ['no letter', file([transfer({ payee: { name: '李', address: null } })])],
    [
      'no town',
      file([
        transfer({
          payee: { name: 'A', address: { ...bankAddress({ street: 'A 1', postcode: '1', town: '', country: 'BE' }) } },
        }),
      ]),
    ],
    ['text for the payee is empty', file([transfer({ remittance: { kind: 'text', value: '…' } })])],
    ['nothing to pay', file([])],
    ['nothing to pay', file([transfer()], { batches: [] })],
    ['no instant', file([transfer()], { createdAt: '2026-04-07' })],
    ['before the day', file([transfer()], { createdAt: '2026-04-09T08:00:00Z' })],
    ['identification of a file', file([transfer()], { id: 'ä' })],
    ['Nobody is named', file([transfer()], { initiator: '…' })],
  ])('is refused because something %s', (reason, wanted) => {
    expect(refusalOf(wanted)).toContain(reason);
  });

  it('is refused when it was changed on its way', () => {
    const text = pain001Of(made(file([transfer()])));
    expect(readPain001(text.replace('Ccy="EUR">512.00', 'Ccy="EUR">912.00'))).toMatchObject({
      refusal: { kind: 'control-sum' },
    });
    expect(readPain001(text.replace('pain.001.001.09', 'pain.001.001.03'))).toMatchObject({
      refusal: { kind: 'not-a-payment-file' },
    });
    expect(readPain001(text.replace('SALA', 'GOVT'))).toMatchObject({ refusal: { kind: 'not-a-payment-file' } });
    expect(readPain001(text.slice(0, 300))).toMatchObject({ refusal: { kind: 'not-xml' } });
  });
});
