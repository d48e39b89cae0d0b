import type { RosterMember } from '@passerelle/protocol';
import { isLive, type ReportsByNode, signedBy, type Signed } from './figure.js';
import type { Link } from './links.js';

export type NodeState = 'live' | 'silent' | 'never-heard';

export interface NodeView extends Signed {
  readonly node: string;
  readonly name: string;
  readonly country: string;
  readonly currency: string;
  readonly state: NodeState;
  /** When its last report arrived, for a node that is silent now. */
  readonly silentSince: Date | null;
  readonly receivedAt: Date | null;
  readonly software: string | null;
  /** The version of its national rules. */
  readonly rules: string | null;
  readonly rosterVersion: number | null;
  /** Its clock minus ours when its report arrived, in milliseconds; the way of the report is in it. */
  readonly clockOffsetMs: number | null;
  /** Both directions of each of its links. */
  readonly links: readonly Link[];
}

export const nodesOf = (
  members: readonly RosterMember[],
  reports: ReportsByNode,
  { links, now }: { readonly links: readonly Link[]; readonly now: Date },
): readonly NodeView[] =>
  members.map(({ id, name, country, currency }) => {
    const known = reports.get(id);
    const state = known === undefined ? 'never-heard' : isLive(known, now) ? 'live' : 'silent';
    return {
      node: id,
      name,
      country,
      currency,
      state,
      silentSince: state === 'silent' ? known!.receivedAt : null,
      receivedAt: known?.receivedAt ?? null,
      software: known?.report.software ?? null,
      rules: known?.report.rules ?? null,
      rosterVersion: known?.report.rosterVersion ?? null,
      clockOffsetMs: known ? Date.parse(known.report.at) - known.receivedAt.getTime() : null,
      links: links.filter(({ from, to }) => from === id || to === id),
      ...signedBy(known),
    };
  });
