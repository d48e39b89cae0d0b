import { day } from '@passerelle/values';
import { contracts } from './contract.js';
import { fields, readFacts } from './facts.js';
import { settingOf } from './setting.js';

const days = { first: day('2026-03-23'), last: day('2026-03-27'), days: 5, paidOn: day('2026-04-08') };

const choicesOf = (name: string): readonly string[] => {
  const allowed = fields.find((field) => field.name === name)?.allowed;
  return allowed?.kind === 'choice' ? allowed.choices : [];
};

describe('the contract of a French mission', () => {
  const each = choicesOf('status').flatMap((status) => choicesOf('contract').map((contract) => [status, contract]));

  it.each(each)('of somebody who is %s under %s is the one that the payslip pays by', (status, contract) => {
    const facts = readFacts({ status, contract }, days.first);
    if (!facts.ok) throw new Error(facts.refusal.detail);
    const form = contracts.formOf(facts.value);
    const paidBy = settingOf({ ...days, facts: {} }, facts.value).contract;
    expect([form.isOpenEnded, form.id.startsWith(`fr.${paidBy}`)]).toEqual(
      status === 'entrepreneur' ? [true, false] : [paidBy === 'cdi', true],
    );
  });
});
