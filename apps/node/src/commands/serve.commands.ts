import { type Environment, printUnknown, readConfig } from '@passerelle/doors/config';
import { nodeSettings } from '../config/node-settings.js';
import { backupKeyMissing } from './backup.commands.js';
import { type Given, type Outcome, Refused, exit, type Run } from './command.js';
import { findingLines, isOpen } from './doctor/finding.js';
import { findingsOf } from './doctor/doctor.commands.js';
import { RosterRefused } from '../peers/roster/roster.service.js';
import { configIn, fileText } from './settings-at-rest.js';
import { bringUp } from './schema.commands.js';

export const serve: Run = ({ env, note, values }) => runNode(withRole(env, values['role'] as string | undefined), note);

export const upgrade: Run = async ({ env: given, note, values }) => {
  const env = withRole(given, values['role'] as string | undefined);
  const config = configIn(env);
  if (config.backupKey === undefined)
    throw new Refused(exit.configuration, `an upgrade begins with a backup, and ${backupKeyMissing}`);
  await bringUp(config, env, note);
  const findings = await findingsOf(env, ({ isQuick }) => isQuick);
  for (const line of findingLines(findings)) note(line);
  if (findings.some((each) => each.result === 'fail' && isOpen(each)))
    throw new Refused(exit.failed, 'the node is not served: mend what the doctor found, then passerelle upgrade again');
  return runNode(env, note);
};

const withRole = (env: Environment, role: string | undefined): Environment =>
  role === undefined ? env : { ...env, PASSERELLE_ROLE: role };

async function runNode(env: Environment, note: Given['note']): Promise<Outcome> {
  const config = configIn(env);
  const read = readConfig(env, nodeSettings, fileText);
  for (const line of read.ok ? printUnknown(read.value.unknown) : []) note(line);
  // The whole program is read only by the commands that run it.
  const { startNode } = await import('../app.module.js');
  const app = await startNode(config).catch((error: unknown) => {
    throw error instanceof RosterRefused ? new Refused(exit.configuration, error.message) : error;
  });
  note(`listening on ${await app.getUrl()}`);
  await new Promise<void>((resolve) => app.getHttpServer().once('close', resolve));
  return { code: exit.ok, lines: [], json: {} };
}
