import { strict as assert } from 'node:assert';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Child, Died } from './child.js';
import { Crew } from './crew.js';
import { closeSharedDatabases } from './databases.js';
import { centreEnvironment, nodeEnvironment } from './environment.js';
import { Register } from './left-over.js';
import { natsServer } from './nats-server.js';
import { demoPeople, type Person } from './people.js';
import { cooperatives, type Place } from './places.js';
import { centreId, planAll, type Plan } from './plan.js';
import { Ports } from './ports.js';
import { postgresOf } from './postgres.js';
import { appOf, mailboxOf, type Whole } from './programs.js';
import { keepRoster } from './roster.js';

export interface FederationOptions {
  /** Where everything is kept. A second start on the same folder goes on where the first one ended. */
  readonly dir: string;
  /** The addresses people know, or any that are free, for a federation that is thrown away. */
  readonly addresses: 'usual' | 'any';
  readonly nodes?: readonly Place[];
  /** An instant at which the business clocks of all nodes stand until somebody moves them; without it, real time. */
  readonly clock?: string;
  /** A PostgreSQL server on which we may create users and databases; without it one of our own is started. */
  readonly databaseUrl?: string;
  readonly note?: (text: string) => void;
  /** Hears of every program that ends without having been asked to. */
  readonly onDeath?: (death: Died) => void;
  /** Stops everything, also while it is still starting. */
  readonly signal?: AbortSignal;
}

/** A program with its own NATS server, each of which can be stopped, killed, paused and started again. */
export interface Running extends Plan {
  readonly app: Child;
  readonly nats: Child;
}

export interface Federation {
  readonly nodes: readonly Running[];
  /** The directory and its monitoring. */
  readonly centre: Running;
  /** Who can sign in where, once the seeds are sown; a program's first account is there from its start. */
  readonly people: readonly Person[];
  node(id: string): Running;
  /** Stops everything, programs before what they need. */
  stop(): Promise<void>;
}

/**
 * Starts a whole federation on this machine: a database server, for the centre and each node a database and a NATS
 * server of its own, and the programs. Answers when all are ready. @throws after stopping all that had been started
 */
export async function startFederation(options: FederationOptions): Promise<Federation> {
  const { dir, note, onDeath } = options;
  mkdirSync(dir, { recursive: true });
  const register = new Register(join(dir, 'children.json'));
  const left = await register.stopLeftOver();
  if (left.length > 0) note?.(`stopped what an earlier start had left running: ${left.join(', ')}`);
  const natsProgram = natsServer((text) => note?.(text));
  const crew = new Crew(options.signal);
  try {
    return await launch(
      options,
      { dir, register, onDeath, natsProgram, isDurable: options.addresses === 'usual' },
      crew,
    );
  } catch (error) {
    await crew.stop();
    throw error;
  }
}

async function launch(options: FederationOptions, whole: Whole, crew: Crew): Promise<Federation> {
  const places = options.nodes ?? cooperatives;
  const plans = await planned(options, places, whole, crew);
  const people = demoPeople(join(options.dir, 'accounts.json'), idsOf(places));
  const { centre, nodes } = programsOf(plans, { places, people, clock: options.clock, whole });
  const all = [centre, ...nodes];
  await crew.start(...all.map(({ nats }) => nats));
  await crew.start(...all.map(({ app }) => app));
  return { nodes, centre, people, node: (id) => found(nodes, id), stop: () => crew.stop() };
}

interface Cast {
  readonly places: readonly Place[];
  readonly people: readonly Person[];
  readonly clock: string | undefined;
  readonly whole: Whole;
}

/** Every program with its mailbox, told all it needs and not started yet. The first plan is the centre's. */
function programsOf([centre, ...nodes]: readonly Plan[], { places, people, clock, whole }: Cast) {
  assert(centre);
  const rosterFile = join(whole.dir, 'roster.json');
  const listed = nodes.map((plan) => ({ plan, place: found(places, plan.id) }));
  keepRoster(rosterFile, listed);
  const told = { rosterFile, clock, centreNatsUrl: centre.natsUrl, people };
  const others = (me: Plan): Plan[] => nodes.filter((plan) => plan !== me);
  return {
    centre: {
      ...centre,
      nats: mailboxOf(centre, nodes, whole),
      app: appOf('federation', centre, centreEnvironment(centre, told), whole),
    },
    nodes: listed.map(({ plan, place }) => ({
      ...plan,
      nats: mailboxOf(plan, others(plan), whole),
      app: appOf('node', plan, nodeEnvironment(place, plan, told), whole),
    })),
  };
}

async function planned(
  { dir, addresses, databaseUrl }: FederationOptions,
  places: readonly Place[],
  whole: Whole,
  crew: Crew,
): Promise<Plan[]> {
  const ports = new Ports(join(dir, 'ports.json'));
  const hasUsualPorts = addresses === 'usual';
  const ground = { dir, ports, hasUsualPorts, isServerShared: databaseUrl !== undefined };
  const databaseServer =
    databaseUrl ?? (await ownServer(await ports.take('postgres', hasUsualPorts ? 5433 : undefined), whole, crew));
  return planAll([centreId, ...idsOf(places)], { ...ground, databaseServer });
}

async function ownServer(port: number, whole: Whole, crew: Crew): Promise<string> {
  const { url, child } = await postgresOf({ ...whole, port });
  await crew.start(child);
  await closeSharedDatabases(url);
  return url;
}

const idsOf = (places: readonly Place[]): string[] => places.map(({ id }) => id);

function found<T extends { readonly id: string }>(all: readonly T[], id: string): T {
  const one = all.find((candidate) => candidate.id === id);
  if (!one) throw new Error(`the federation has no ${id}, only ${all.map((other) => other.id).join(', ')}`);
  return one;
}
