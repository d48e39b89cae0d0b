import type { Federation } from './federation.js';
import type { Person } from './people.js';
import { cooperatives } from './places.js';

export interface Shown {
  readonly federation: Federation;
  readonly stateDir: string;
  readonly clock: string | undefined;
}

/** What a person needs to know once everything runs: where things are, whom to be, what to try. */
export function welcome({ federation, stateDir, clock }: Shown): string {
  return [
    ...addresses(federation),
    '',
    'Sign in as (passwords were made for this machine alone)',
    ...federation.people.map(account),
    '',
    clock === undefined
      ? 'The business clock is this machine’s clock.'
      : `The business clock began at ${clock}, stands still, and is moved by the sysadmin (PUT /api/v1/sandbox/clock).`,
    '',
    'Try next',
    '  npm run story    a mission told from the order to the settlement between the nodes',
    '  npm run bench    how fast and how large it gets on this machine',
    '  README.md and docs/architecture.md say what is where',
    '',
    `Everything is kept in ${stateDir}; remove that folder to begin anew. Logs are in its folder logs.`,
  ].join('\n');
}

function addresses({ centre, nodes }: Federation): string[] {
  const lines = nodes.map(({ id, url }) => {
    const place = cooperatives.find((one) => one.id === id);
    return `  ${`${place?.name ?? id} (${id})`.padEnd(27)}${url}   API: ${url}/api/openapi.json`;
  });
  return ['Addresses', `  ${'Federation'.padEnd(27)}${centre.url}   API: ${centre.url}/api/openapi.json`, ...lines];
}

const account = ({ email, password, role, at, town }: Person): string =>
  `  ${at.padEnd(11)} ${email.padEnd(24)} ${password}   ${town === undefined ? role : `${role} in ${town}`}`;
