import {
  agree,
  collect,
  confirm,
  estimate,
  owe,
  payday,
  postings,
  refuse,
  register,
  type Told,
  work,
} from './border.js';
import { clear, place } from './gates.js';
import type { Scene } from './scene.js';
import { type Cycle, fundIsWhole, net, owedOtherwise, pay, prove } from './settle.js';

/** What a run of the story leaves behind, for comparing one run with another. */
export interface End {
  readonly told: Told;
  readonly cycle: Cycle;
  /** Every posting of the mission, node by node. */
  readonly postings: Readonly<Record<string, string>>;
}

/** What may happen between two steps, in a telling with trouble. */
export interface Between {
  readonly beforeAgreeing?: () => Promise<void>;
  readonly beforeReporting?: () => Promise<void>;
  readonly afterReporting?: () => Promise<void>;
}

/** One mission crosses a border, from the order to the proof. Throws when anything is not as it must be. */
export async function tell(scene: Scene, between: Between = {}): Promise<End> {
  const registered = await register(scene);
  await between.beforeAgreeing?.();
  await agree(scene, registered);
  await refuse(scene, registered.client);
  await place(scene, registered.client);
  await estimate(scene, registered.mission);
  await confirm(scene, registered.mission);
  await clear(scene, registered.mission);
  await between.beforeReporting?.();
  const told = await work(scene, registered.mission, between.afterReporting);
  const owed = await owe(scene, registered.mission);
  await owedOtherwise(scene);
  await payday(scene, told);
  await collect(scene, told);
  if (owed.cycle === null) throw new Error('an agreed obligation counts in a cycle');
  const cycle = await net(scene, owed.cycle);
  await pay(scene, cycle);
  await fundIsWhole(scene);
  await prove(scene, cycle);
  const all: Record<string, string> = {};
  for (const id of ['be', 'fr']) {
    all[id] = await postings(scene, id, `missions/${registered.mission}`);
    scene.say(`The books of ${id}: the mission\n${all[id]}`);
  }
  for (const { id } of scene.branches) {
    scene.say(
      `The books of ${id}: all that the cycle ${cycle.id} settles\n${await postings(scene, id, `cycles/${cycle.id}`)}`,
    );
  }
  return { told, cycle, postings: all };
}
