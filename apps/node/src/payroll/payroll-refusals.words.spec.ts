import { languages } from '@passerelle/doors';
import { Money, day } from '@passerelle/values';
import { payrollRefusalWords } from './payroll-refusals.words.js';
import type { PayrollRefusal } from './wage-deal.js';

const refusal: PayrollRefusal = {
  kind: 'not-carried',
  rule: 'wage-plan',
  date: day('2026-03-31'),
  field: 'gross',
  missing: new Money(50_000n, 'EUR'),
  detail: 'A wage costs more than the work carries.',
  remedy: 'Have the work reported.',
};

const others = languages.filter((each) => each !== 'en');

describe('a refusal of payroll in words', () => {
  it('keeps its own sentences in English, and says what is missing in every other language', () => {
    const { detail, remedy } = payrollRefusalWords(refusal);
    expect([detail.en, remedy.en]).toEqual([refusal.detail, refusal.remedy]);
    for (const language of others) expect(detail[language]).toContain('500.00 EUR');
  });

  it('names the decision that is missing as the pages do, and another by its own name', () => {
    const undecided = { ...refusal, kind: 'no-policy-on-date', rule: 'policy.payWorkingDays' } as const;
    expect(payrollRefusalWords(undecided).detail.de).toContain('„Zahltag“');
    for (const language of others)
      expect(payrollRefusalWords({ ...undecided, rule: 'policy.other' }).detail[language]).toContain('policy.other');
  });

  it.each(['set-aside', 'policy.contributionRate'])('says of %s what stands in the way, and no key', (rule) => {
    const { detail } = payrollRefusalWords({ ...refusal, kind: 'impossible-facts', rule, field: 'setAside' });
    for (const language of others) expect(detail[language]).not.toContain('setAside');
  });
});
