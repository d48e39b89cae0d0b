import { readFileSync } from 'node:fs';
import { countries, demoCountry } from '@passerelle/rules';
import { rulesStatus } from './status.js';

describe('the status page of the rules', () => {
  it('names each figure with its first day, value, mark and source', () => {
    const page = rulesStatus([demoCountry]);
    expect(page).toContain('- XX 2026.1: 10 values, 10 confirmed, 0 secondary, 0 inferred, 0 to-confirm');
    expect(page).toContain('### xx.wage-tax.worker\n\n- 2024-01-01: `20 %`, confirmed: demo rule, not law\n');
  });

  it('is current: run "node apps/sandbox/run.mjs rules-status/main" after a change of figures', () => {
    const written = readFileSync(new URL('../../../docs/rules-status.md', import.meta.url), 'utf8');
    expect(written === rulesStatus(countries)).toBe(true);
  });
});
