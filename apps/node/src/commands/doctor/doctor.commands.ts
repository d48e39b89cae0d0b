import { type Database, leaveTrail } from '@passerelle/doors/at-rest';
import { type Given, Refused, exit, need, type Run } from '../command.js';
import type { Environment } from '@passerelle/doors/config';
import { type Finding, findingLines, isOpen, toldIn } from './finding.js';
import { type DoctorCheck, type Ground, doctorChecks } from './checks.service.js';
import { type Acknowledged, acknowledge, acknowledgedIn, look, withKnown } from './doctor.service.js';
import { openDatabase, withCurrentSchema } from '../node-at-rest.js';
import { configIn } from '../settings-at-rest.js';

export const doctor: Run = async ({ env, values, words }) => {
  if (words.length > 0)
    throw new Refused(exit.usage, `"${words.join(' ')}" is more than this command takes; --only ${words[0]}?`);
  const { only } = values;
  const isChosen = ({ name, isQuick }: DoctorCheck): boolean =>
    (only === undefined || only === name) && (values['quick'] !== true || isQuick);
  if (!doctorChecks.some(isChosen))
    throw new Refused(exit.usage, `there are only ${doctorChecks.map(({ name }) => name).join(', ')}`);
  const findings = await findingsOf(env, isChosen);
  const results = findings.filter(isOpen).map(({ result }) => result);
  const code = results.includes('fail') ? exit.failed : results.includes('warn') ? exit.warnings : exit.ok;
  return { code, lines: findingLines(findings), json: { findings: findings.map((finding) => toldIn('en', finding)) } };
};

export const ack: Run = async (given) => {
  const what = given.words.join(' ');
  if (what === '') throw new Refused(exit.usage, 'the finding is missing: passerelle doctor names them');
  const [reason, until] = [need(given, 'reason'), dayToCome(given)];
  const config = configIn(given.env);
  const found = (await findingsOf(given.env, () => true)).find((each) => each.what === what && each.result !== 'ok');
  if (!found) throw new Refused(exit.failed, none(what));
  const known = { what, machine: found.machine, reason, until };
  await withCurrentSchema(config, (database) =>
    database.transact(async (work) => {
      await acknowledge(work, known);
      await leaveTrail(work, `doctor ack: ${what}`);
    }),
  );
  return { code: exit.ok, lines: [`${what}: known until ${known.until}`], json: known };
};

const none = (what: string): string => `the doctor has nothing to say against ${what}: passerelle doctor`;

function dayToCome(given: Given): string {
  const until = need(given, 'until');
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(until) && new Date(`${until}T00:00:00Z`).toISOString().startsWith(until);
  if (isDay && until > new Date().toISOString().slice(0, 10)) return until;
  throw new Refused(exit.usage, `--until is "${until}", expected a day to come such as 2026-04-01`);
}

/** What the chosen checks find, in their order, with what operators know of it. The node need not run. */
export async function findingsOf(
  env: Environment,
  isChosen: (check: DoctorCheck) => boolean,
): Promise<readonly Finding[]> {
  const config = configIn(env);
  let opening: Promise<Database> | null = null;
  const ask: Ground['ask'] = async (use) => use(await (opening ??= openDatabase(config)));
  try {
    const findings = (await look({ config, env, ask }, isChosen)).flatMap((each) => each.findings);
    const isAllWell = findings.every(({ result }) => result === 'ok');
    return isAllWell ? findings : withKnown(findings, await acksOf(ask));
  } finally {
    await closed(opening);
  }
}

/** One that could not be opened needs no closing: a finding has said so. */
const closed = (opening: Promise<Database> | null): Promise<void> | undefined =>
  opening?.then((database) => database.close()).catch(() => undefined);

/** A database that does not answer or is not up to date has acknowledged nothing: the findings say what is wrong with it. */
const acksOf = (ask: Ground['ask']): Promise<readonly Acknowledged[]> =>
  ask((database) => acknowledgedIn(database.reading)).catch(() => []);
