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

describe('the dashboard', () => {
  interface Panel {
    readonly title: string;
    readonly datasource: { readonly uid: string };
    readonly targets: readonly { readonly expr: string }[];
  }
  const { panels, templating } = JSON.parse(readFileSync('deploy/monitoring/dashboards/node.json', 'utf8')) as {
    readonly panels: readonly Panel[];
    readonly templating: { readonly list: readonly { readonly name: string; readonly type: string }[] };
  };

  it('asks whichever data source a branch has, and only about the chosen job', () => {
    expect(templating.list).toContainEqual(expect.objectContaining({ name: 'datasource', type: 'datasource' }));
    for (const { title, datasource, targets } of panels) {
      expect([title, datasource.uid]).toEqual([title, expect.stringMatching(/^\$\{datasource\}$/)]);
      for (const { expr } of targets) expect(expr).toContain('{job="$job"}');
    }
  });
});
