import type { Database, Work } from '@passerelle/doors';
import type { Environment } from '@passerelle/doors/config';
import { type PlainDate, type Result, dayOf, ok, refuse } from '@passerelle/values';
import { type Finding, isOpen } from '../commands/doctor/finding.js';
import type { DoctorCheck, Ground } from '../commands/doctor/checks.service.js';
import { type Acknowledged, acknowledge, acknowledgedIn, look, withKnown } from '../commands/doctor/doctor.service.js';
import { type NodeConfig, zoneOf } from '../config/node-settings.js';
import type { DoctorFindingsStore, KeptFinding, Round } from './doctor-findings.store.js';

export interface DoctorRoundsOptions {
  readonly database: Database;
  readonly config: NodeConfig;
  /** The settings as they were given, with those that nobody knows. */
  readonly env: Environment;
  readonly store: DoctorFindingsStore;
  /** Real time: how old a backup is has nothing to do with the business's clock. */
  readonly now: () => Date;
  /** Told of each finding that somebody must look at. */
  readonly onFinding: (finding: Finding) => void;
}

/** The night's round begins when the backups of the night are made. */
const nightBeginsHour = 4;
const hourMs = 60 * 60 * 1000;

/** Long enough for several looks to fail. */
const machineHours = 1;

/** What an operator is told of the doctor's last looks. */
export interface Health {
  readonly round: Round | null;
  readonly findings: readonly KeptFinding[];
}

/** Why a finding cannot be acknowledged. */
export type AcknowledgeRefusal = { readonly kind: 'nothing-found' } | { readonly kind: 'day-is-past' };

/** Lets the doctor look while the node runs, and keeps what it found. It changes nothing else. */
export class DoctorRounds {
  constructor(private readonly options: DoctorRoundsOptions) {}

  /** What is cheap enough for every start, of every replica. */
  async atStart(): Promise<void> {
    const looked = await this.look(({ isQuick }) => isQuick);
    await this.options.database.transact((work) => this.options.store.keep(work, looked));
  }

  /** What each machine has for itself: it is looked at there, often, and forgotten soon after the machine is gone. */
  async here(): Promise<void> {
    const { database, store } = this.options;
    const looked = await this.look(({ isOfMachine }) => isOfMachine === true);
    await database.transact(async (work) => {
      await store.keep(work, looked);
      await store.forgetMachines(work, machineHours);
    });
  }

  /**
   * Once a night looks at everything, and else again at what was not well, so that what was mended is soon known to be.
   * Of several replicas one does it; one that is killed meanwhile has done nothing, and another begins anew.
   */
  tick(): Promise<void> {
    const { database, store, now } = this.options;
    return database.transact(async (work) => {
      if (!(await store.claimRound(work))) return;
      const night = this.night();
      const isNight = (await store.lastRound(work))?.night !== night;
      const unwell = new Set(
        (await store.list(work))
          .filter(({ result, machine }) => result !== 'ok' && machine === undefined)
          .map(({ check }) => check),
      );
      if (!isNight && unwell.size === 0) return;
      await store.keep(work, await this.look(({ name, isOfMachine }) => !isOfMachine && (isNight || unwell.has(name))));
      if (isNight) await store.finishRound(work, { night, at: now() });
    });
  }

  /** The last findings, with what operators know of them. */
  async health(work: Work): Promise<Health> {
    const { store } = this.options;
    const findings = withKnown(await store.list(work), await acknowledgedIn(work));
    return { round: await store.lastRound(work), findings };
  }

  /** Says that a finding is known, and why, until a day to come: it is shown, and counts no more. */
  async acknowledge(work: Work, known: Acknowledged): Promise<Result<KeptFinding, AcknowledgeRefusal>> {
    const { store, config, now } = this.options;
    if (known.until <= dayOf(now(), zoneOf(config))) return refuse({ kind: 'day-is-past' });
    const finding = (await store.list(work)).find(
      ({ what, machine, result }) =>
        what === known.what && (known.machine === undefined || known.machine === machine) && result !== 'ok',
    );
    if (!finding) return refuse({ kind: 'nothing-found' });
    await acknowledge(work, known);
    return ok(withKnown([finding], [known])[0]!);
  }

  private async look(isChosen: (check: DoctorCheck) => boolean) {
    const { database, config, env, onFinding } = this.options;
    const ground: Ground = { config, env, ask: (use) => use(database) };
    const looked = await look(ground, isChosen);
    const known = await acknowledgedIn(database.reading);
    for (const finding of withKnown(
      looked.flatMap(({ findings }) => findings),
      known,
    ))
      if (isOpen(finding)) onFinding(finding);
    return looked;
  }

  /** The day on whose early morning this night ends. */
  private night(): PlainDate {
    const { now, config } = this.options;
    return dayOf(new Date(now().getTime() - nightBeginsHour * hourMs), zoneOf(config));
  }
}
