import { countries } from '@passerelle/rules';
import { day } from '@passerelle/values';
import { rulesFinding } from './rules.js';

describe('the law a node knows', () => {
  it.each(countries)('is well until ten days before its year ends: $code', ({ code, version }) => {
    const year = Number(version.split('.')[0]);
    const resultOn = (date: string) => rulesFinding(code, day(date)).result;
    expect(resultOn(`${year}-12-21`)).toBe('ok');
    expect(resultOn(`${year}-12-22`)).toBe('warn');
    expect(resultOn(`${year + 1}-01-01`)).toBe('warn');
  });

  it('is missed where a cooperative employs under a law that is not in the program', () => {
    expect(rulesFinding('PT', day('2026-03-01'))).toMatchObject({ what: 'rules PT', result: 'fail' });
  });
});
