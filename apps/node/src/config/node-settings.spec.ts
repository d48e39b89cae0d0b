import { printProblems, readConfig } from '@passerelle/doors';
import { nodeSettings, zoneOf } from './node-settings.js';

const alone = {
  PASSERELLE_NODE: 'be',
  PASSERELLE_COUNTRY: 'BE',
  PASSERELLE_DATABASE_URL: 'postgres://coop:secret@db:5432/coop',
  PASSERELLE_BASE_URL: 'https://be.coop.example',
};

const read = (env: Record<string, string>) => readConfig(env, nodeSettings, () => undefined);
const missing = (env: Record<string, string>): string[] => {
  const result = read(env);
  return result.ok ? [] : result.refusal.problems.map(({ name }) => name);
};

describe('the configuration of a node', () => {
  it('needs four settings to work alone', () => {
    expect(missing(alone)).toEqual([]);
    for (const name of Object.keys(alone)) {
      const { [name as keyof typeof alone]: _, ...rest } = alone;
      expect(missing(rest)).toEqual([name]);
    }
  });

  it('needs all that proves who it is once it talks to others', () => {
    expect(missing({ ...alone, PASSERELLE_NATS_URL: 'nats://127.0.0.1:4222' })).toEqual([
      'PASSERELLE_NATS_SEED',
      'PASSERELLE_SIGNING_KEY',
      'PASSERELLE_ROSTER_FILE',
    ]);
  });

  it('knows the time zone of a country that has one, and asks where there are several', () => {
    const config = read(alone);
    expect(config.ok && zoneOf(config.value.config)).toBe('Europe/Brussels');
    expect(missing({ ...alone, PASSERELLE_COUNTRY: 'ES' })).toEqual(['PASSERELLE_TIME_ZONE']);
    const spanish = read({ ...alone, PASSERELLE_COUNTRY: 'ES', PASSERELLE_TIME_ZONE: 'Europe/Madrid' });
    expect(spanish.ok && zoneOf(spanish.value.config)).toBe('Europe/Madrid');
  });

  it.each([
    ['FR', 'Europe/Paris'],
    ['SE', 'Europe/Stockholm'],
  ])('has its days in %s begin in %s', (country, zone) => {
    const config = read({ ...alone, PASSERELLE_COUNTRY: country });
    expect(config.ok && zoneOf(config.value.config)).toBe(zone);
  });

  it('lists nothing twice, and no standard that it would refuse itself', () => {
    const all = Object.values(nodeSettings);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    const wrong = all.filter(
      ({ standard, read: readText }) => standard !== undefined && readText(standard) === undefined,
    );
    expect(wrong).toEqual([]);
  });

  it('says what is wrong with a clock', () => {
    const result = read({ ...alone, PASSERELLE_CLOCK: '2026-03-02' });
    expect(result.ok ? '' : printProblems(result.refusal)).toContain(
      '  PASSERELLE_CLOCK             "2026-03-02"     expected an instant in UTC such as 2026-03-02T10:00:00Z',
    );
  });
});
