import { type Payslip, type PayslipLine, countryOf } from '@passerelle/rules';
import { country, day, money } from '@passerelle/values';
import { declarationFile } from './declaration-file.js';
import { payOf, saidOf } from './said.js';

const eur = (amount: string) => money(amount, 'EUR');

const line = (group: PayslipLine['group'], worker: string | null, employer: string | null): PayslipLine =>
  ({
    group,
    worker: worker === null ? null : { rate: null, amount: eur(worker) },
    employer: employer === null ? null : { rate: null, amount: eur(employer) },
  }) as PayslipLine;

const payslip = {
  currency: 'EUR',
  gross: eur('1300.00'),
  net: eur('1004.54'),
  lines: [
    line('earned', '1300.00', '1300.00'),
    line('worker_social', '-169.91', null),
    line('worker_social', '20.00', null),
    line('tax', '-145.55', null),
    line('employer_social', null, '325.00'),
    line('employer_social', null, '-25.00'),
  ],
} as unknown as Payslip;

const known = (vatNumber: string) => ({
  number: 1,
  employer: { vatNumber, country: country(vatNumber.slice(0, 2)) },
  worker: { name: 'Amina' },
  work: { first: day('2026-03-23'), last: day('2026-03-27'), days: 5 },
  pay: payOf(payslip),
  period: { first: day('2026-04-01') },
});

describe('what is known for a declaration', () => {
  it('are contributions of both sides less their reductions, and the tax, as amounts above zero', () => {
    const { social, tax } = payOf(payslip);
    expect([social, tax].map(String)).toEqual(['449.91 EUR', '145.55 EUR']);
  });

  it('is the employer as each authority writes it, or nothing where its number says too little', () => {
    const numbers = ['BE0428759497', 'SE556012579001', 'FR40303265045'].map(
      (vatNumber) => saidOf(known(vatNumber))['employer.number'],
    );
    expect(numbers).toEqual(['0428759497', '165560125790', null]);
  });

  it('leaves to a person what the cooperative does not know, and says that nothing is officially valid', () => {
    const dimona = countryOf('BE')!.declarations.find(({ id }) => id === 'be.dimona')!;
    const { work } = known('BE0428759497');
    const file = declarationFile(dimona, saidOf(known('BE0428759497')), work);
    expect(file.missing).toEqual(['worker.nationalNumber', 'worker.kind']);
    expect([file.dueOn, file.wrong]).toEqual(['2026-03-23', []]);
    expect(file.notice).toContain('not officially valid');
    expect(file.fields.every(({ source }) => source !== '')).toBe(true);
  });
});
