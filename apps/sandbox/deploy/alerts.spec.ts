import { existsSync, readFileSync, readdirSync } from 'node:fs';

const rules = readFileSync('deploy/monitoring/rules.yml', 'utf8');
const alerts = rules
  .split(/^ +- alert: /m)
  .slice(1)
  .map((text) => ({
    name: text.split('\n')[0]!,
    severity: /severity: (\w+)/.exec(text)?.[1],
    runbook: /runbook: (\S+)/.exec(text)?.[1] ?? '',
  }));

describe('every alert', () => {
  it.each(alerts)('$name says how urgent it is and which page tells what to do', ({ severity, runbook }) => {
    expect(['page', 'ticket']).toContain(severity);
    expect(existsSync(runbook)).toBe(true);
  });

  it('has a page, and no page is without its alert', () => {
    const pages = readdirSync('docs/ops/runbooks').filter((name) => name !== 'README.md');
    expect(new Set(alerts.map(({ runbook }) => runbook))).toEqual(
      new Set(pages.map((name) => `docs/ops/runbooks/${name}`)),
    );
  });
});
