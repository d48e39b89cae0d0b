import { type Command, Refused, exit } from './command.js';
import { findingLines } from './doctor-check.js';
import { doctorChecks } from './doctor-checks.service.js';
import { configIn } from './node-at-rest.js';

const doctor: Command = {
  name: 'doctor',
  summary: 'Looks at everything the node stands on and changes nothing; each finding says what mends it.',
  takes: '[--quick] [--only CHECK]',
  example: 'passerelle doctor --only peers',
  options: { quick: { type: 'boolean' }, only: { type: 'string' } },
  run: async ({ env, values }) => {
    const { only } = values;
    const chosen = doctorChecks.filter(
      ({ name, isQuick }) => (only === undefined || only === name) && (values['quick'] !== true || isQuick),
    );
    if (chosen.length === 0)
      throw new Refused(exit.usage, `there are only ${doctorChecks.map(({ name }) => name).join(', ')}`);
    const config = configIn(env);
    const findings = (await Promise.all(chosen.map(({ look }) => look(config)))).flat();
    const results = findings.map(({ result }) => result);
    const code = results.includes('fail') ? exit.failed : results.includes('warn') ? exit.warnings : exit.ok;
    return { code, lines: findingLines(findings), json: { findings } };
  },
};

export const doctorCommands: readonly Command[] = [doctor];
