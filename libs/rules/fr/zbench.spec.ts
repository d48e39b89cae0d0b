import { day, money, Money } from '@passerelle/values';
import { france } from './index.js';
it('bench', () => {
  const terms = {
    first: day('2026-07-01'),
    last: day('2026-07-31'),
    days: 22,
    paidOn: day('2026-07-31'),
    facts: { executive: true, headcount: 30, healthPremium: '40', withholding: 'own-rate', withholdingRate: '6.8' },
  };
  const artist = {
    first: day('2026-07-01'),
    last: day('2026-07-02'),
    days: 2,
    paidOn: day('2026-07-31'),
    facts: { status: 'artist', cachets: 2, convention: '3090' },
  };
  const plain = { ...terms, facts: {} };
  for (const [n, t] of [
    ['cadre', terms],
    ['plain', plain],
    ['artist', artist],
  ] as const) {
    for (let round = 0; round < 3; round++) {
      const N = 100000;
      let s = 0n;
      const t0 = process.hrtime.bigint();
      for (let i = 0; i < N; i++) {
        const r = france.payslip({ ...t, gross: new Money(BigInt(300000 + i), 'EUR') });
        if (r.ok) s += r.value.net.minor;
      }
      const e = Number(process.hrtime.bigint() - t0) / 1e9;
      console.log(n, Math.round(N / e), 'payslips/s');
    }
  }
  for (const [n, t] of [
    ['cadre', terms],
    ['plain', plain],
    ['artist', artist],
  ] as const)
    for (let round = 0; round < 2; round++) {
      const N = 5000;
      const t0 = process.hrtime.bigint();
      for (let i = 0; i < N; i++) {
        const r = france.fromCost(new Money(BigInt(400000 + i * 37), 'EUR'), t);
        if (!r.ok) throw new Error(r.refusal.detail);
      }
      const e = Number(process.hrtime.bigint() - t0) / 1e9;
      console.log(n, Math.round(N / e), 'fromCost/s');
    }
  const N = 300;
  const t0 = process.hrtime.bigint();
  for (let i = 0; i < N; i++) {
    const r = france.fromNet(new Money(BigInt(200000 + i * 137), 'EUR'), plain);
    if (!r.ok) throw new Error(r.refusal.detail);
  }
  console.log(Math.round(N / (Number(process.hrtime.bigint() - t0) / 1e9)), 'fromNet/s');
}, 100000);
