import { type Command, Refused, exit } from './command.js';
import type { NodeConfig } from '../config/node-settings.js';
import { type Finding, findingLines } from './doctor-check.js';
import { type DoctorCheck, doctorChecks } from './doctor-checks.service.js';
import { configIn } from './node-at-rest.js';

const doctor: Command = {
  name: 'doctor',
  summary: 'Looks at everything the node stands on and changes nothing; each finding says what mends it.',
  takes: '[--quick] [--only CHECK]',
  example: 'passerelle doctor --only peers',
  options: { quick: { type: 'boolean' }, only: { type: 'string' } },
  run: async ({ env, values }) => {
    const { only } = values;
    const isChosen = ({ name, isQuick }: DoctorCheck): boolean =>
      (only === undefined || only === name) && (values['quick'] !== true || isQuick);
    if (!doctorChecks.some(isChosen))
      throw new Refused(exit.usage, `there are only ${doctorChecks.map(({ name }) => name).join(', ')}`);
    const findings = await findingsOf(configIn(env), isChosen);
    const results = findings.map(({ result }) => result);
    const code = results.includes('fail') ? exit.failed : results.includes('warn') ? exit.warnings : exit.ok;
    return { code, lines: findingLines(findings), json: { findings } };
  },
};

/** What the chosen checks find, in their order. */
export const findingsOf = async (
  config: NodeConfig,
  isChosen: (check: DoctorCheck) => boolean,
): Promise<readonly Finding[]> =>
  (await Promise.all(doctorChecks.filter(isChosen).map(({ look }) => look(config)))).flat();

export const doctorCommands: readonly Command[] = [doctor];
