import type { RosterContent } from '@passerelle/protocol';
import type { NodeConfig } from '../../config/node-settings.js';
import { type Said, said } from '../said.js';
import { type Finding, failure, fine, warning } from './finding.js';
import { type Validity, validityAt } from './shown-certificate.js';

/** Long enough to renew a certificate by hand, and to tell another cooperative that it must. */
const warnDays = 21;
const dayMs = 24 * 60 * 60 * 1000;

interface Server {
  readonly what: string;
  /** Several servers of one cluster are written with commas. */
  readonly urls: string;
  readonly remedy: Said;
}

type Addresses = Pick<NodeConfig, 'node' | 'baseUrl' | 'databaseUrl' | 'natsUrl' | 'federationNatsUrl'>;
type Member = Pick<RosterContent['members'][number], 'id' | 'natsUrl'>;

/** Each certificate that the node shows or depends on, with the day on which it ends. */
export async function certificates(config: Addresses, members: readonly Member[]): Promise<readonly Finding[]> {
  const findings = (await Promise.all(serversOf(config, members).map(certificate))).flat();
  return findings.length > 0 ? findings : [fine('certificates', said('no-tls'))];
}

function serversOf(
  { node, baseUrl, databaseUrl, natsUrl, federationNatsUrl }: Addresses,
  members: readonly Member[],
): readonly Server[] {
  const peers = members.filter(({ id }) => id !== node);
  const own = said('renew-certificate');
  const named: readonly (readonly [string, string | undefined, Said])[] = [
    ['certificate site', baseUrl, own],
    ['certificate database', databaseUrl, own],
    ['certificate mailbox', natsUrl, own],
    ['certificate federation', federationNatsUrl, said('tell-federation')],
    ...peers.map(({ id, natsUrl: url }) => [`certificate peer ${id}`, url, said('tell-peer', { peer: id })] as const),
  ];
  return named.flatMap(([what, urls, remedy]) => (urls === undefined ? [] : [{ what, urls, remedy }]));
}

async function certificate({ what, urls, remedy }: Server): Promise<readonly Finding[]> {
  try {
    const shown = await Promise.all(urls.split(',').map(validityAt));
    const known = shown.filter((each) => each !== null);
    if (known.length === 0) return [];
    // All of them count from the one that begins last to the one that ends first.
    const beginsAt = new Date(Math.max(...known.map((each) => each.beginsAt.getTime())));
    const endsAt = new Date(Math.min(...known.map((each) => each.endsAt.getTime())));
    return [{ ...findingAbout(what, { beginsAt, endsAt }, remedy), endsAt }];
  } catch (error) {
    const { code } = error as { readonly code?: string };
    return [warning(what, said('certificate-unseen', { code: code ?? '–' }), said('compare-address'))];
  }
}

function findingAbout(what: string, { beginsAt, endsAt }: Validity, remedy: Said): Finding {
  if (beginsAt.getTime() > Date.now())
    return failure(what, said('certificate-begins', { day: dayIn(beginsAt) }), said('compare-clocks'));
  const days = Math.floor((endsAt.getTime() - Date.now()) / dayMs);
  const day = dayIn(endsAt);
  if (days < 0) return failure(what, said('certificate-ended', { day }), remedy);
  const says = said('certificate-counts', { day, days });
  return days < warnDays ? warning(what, says, remedy) : fine(what, says);
}

const dayIn = (at: Date): string => at.toISOString().slice(0, 10);
