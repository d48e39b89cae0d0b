import { ProgramAddress, Sealing } from '@passerelle/doors';
import { Countings } from '../../countings/countings.service.js';
import { CountingsStore } from '../../countings/countings.store.js';
import { FactsRunner } from '../../facts/facts.runner.js';
import { PostgresFactsStore } from '../../facts/facts.store.js';
import { RefusedFiles } from '../../files/refused-files.service.js';
import { RefusedFilesStore } from '../../files/refused-files.store.js';
import { A1Documents } from '../../formalities/a1-documents.service.js';
import { A1DocumentsStore } from '../../formalities/a1-documents.store.js';
import { Formalities } from '../../formalities/formalities.service.js';
import { FormalitiesStore } from '../../formalities/formalities.store.js';
import { openGuaranteed } from '../../guarantee/testing/guaranteed.js';
import { Situations } from '../../members/situations.service.js';
import { SituationsStore } from '../../members/situations.store.js';
import { RunItems } from '../run-items.service.js';
import type { RunCounts, RunId } from '../run.js';
import { RunsFollower } from '../runs.follower.js';
import { Runs } from '../runs.service.js';
import { RunsStore } from '../runs.store.js';

export type PayrollDesk = Awaited<ReturnType<typeof openPayrollDesk>>;

/** A Belgian branch with payroll runs, as the node wires them. The runs are worked by whoever a spec starts. */
export async function openPayrollDesk(today?: string) {
  const branch = await openGuaranteed(today);
  const { cooperative, facts, clock, ids, members, missions, placings, peers, transfers, payslips, mail } = branch;
  const store = new RunsStore();
  const runs = new Runs({ store, cooperative, facts, clock, ids });
  const situations = new Situations(new SituationsStore(), members, facts, clock);
  const sealing = new Sealing({});
  const refused = new RefusedFiles(new RefusedFilesStore(sealing), clock, ids);
  const documents = new A1Documents(new A1DocumentsStore(sealing), refused, missions, cooperative, clock, ids);
  const counts = new CountingsStore();
  const countings = new Countings({ store: counts, missions, members, cooperative, peers, facts, clock, ids });
  const formalities = new Formalities({
    store: new FormalitiesStore(),
    missions,
    documents,
    placings,
    situations,
    countings,
    cooperative,
    peers,
    clock,
  });
  const address = new ProgramAddress('http://localhost:8080');
  const items = new RunItems({ payslips, members, missions, formalities, transfers, mail, facts, address });
  return { ...branch, runs, runsStore: store, items };
}

/** A program that works the runs of the branch, so many items a transaction. */
export function workerOf({ database, runs, items, runsStore }: PayrollDesk, atOnce?: number): FactsRunner {
  const runner = new FactsRunner({ database, store: new PostgresFactsStore(), pollMs: 20 });
  runner.add(new RunsFollower(runs, items, runsStore, atOnce));
  return runner;
}

/** How far a run is. */
export async function countsOf({ runs, database }: PayrollDesk, id: RunId): Promise<RunCounts> {
  const run = await runs.find(database.reading, id);
  return runs.counts(database.reading, run!);
}
