/** The last message of one direction; `head` is its hash and stands for the whole direction. */
export interface Position {
  readonly seq: bigint;
  readonly head: string;
}

export const nothing: Position = { seq: 0n, head: '' };

/** The starts of both nodes, so that frames of an earlier start are recognised. Lost at every start, on purpose. */
export interface Session {
  /** Our name for this start of ours. */
  readonly mine: string;
  /** The start of the peer whose frames we accept, and the pass we gave to it; none before its hello. */
  readonly theirs: string | null;
  readonly given: string | null;
  /** How many passes we have given since our start: no pass is given twice. */
  readonly passes: number;
  /** The pass the peer gave us and the start of the peer that gave it; none before its answer. */
  readonly pass: string | null;
  readonly passFrom: string | null;
  /** Major version and abilities both ends announced. */
  readonly version: number | null;
  readonly features: readonly string[];
}

/**
 * - `waiting`: after a start, until the peer has said and returned what it holds of ours; nothing new is numbered
 * - `open`: both directions run
 * - `frozen`: a proof lies on the table, people decide
 * - `closed`: both ends have left; nothing new is numbered, and only what was on its way is taken in
 */
export type ChannelStatus = 'waiting' | 'open' | 'frozen' | 'closed';

/** One node's end of the exchange with one other node. */
export interface ChannelState {
  readonly net: string;
  readonly me: string;
  readonly peer: string;
  /** What we have numbered and signed. */
  readonly out: Position;
  /** What we have applied of the peer's. */
  readonly in: Position;
  /** How many of ours the peer has confirmed. Goes down when the peer comes back from an older backup. */
  readonly delivered: bigint;
  readonly status: ChannelStatus;
  readonly session: Session;
}

/** What of a channel is kept in the database. */
export type StoredChannel = Pick<ChannelState, 'net' | 'me' | 'peer' | 'out' | 'in' | 'delivered' | 'status'>;

/** The channel of two nodes that have never spoken, before its first `start`. */
export const newChannel = (of: {
  readonly net: string;
  readonly me: string;
  readonly peer: string;
}): StoredChannel => ({
  ...of,
  out: nothing,
  in: nothing,
  delivered: 0n,
  status: 'waiting',
});

/** Every start begins here: a session no earlier start had, and silence until the peer has answered. */
export function start(stored: StoredChannel, session: string): ChannelState {
  const status = stored.status === 'open' ? 'waiting' : stored.status;
  return {
    net: stored.net,
    me: stored.me,
    peer: stored.peer,
    out: stored.out,
    in: stored.in,
    delivered: stored.delivered,
    status,
    session: {
      mine: session,
      theirs: null,
      given: null,
      passes: 0,
      pass: null,
      passFrom: null,
      version: null,
      features: [],
    },
  };
}

/** After a proof: nothing more is numbered or accepted until people have decided. */
export const freeze = (state: ChannelState): ChannelState => ({ ...state, status: 'frozen' });

/** People have decided: the channel greets its peer again before it goes on. */
export const thaw = (state: ChannelState, session: string): ChannelState =>
  start({ ...state, status: 'waiting' }, session);

/** Both `channel.close` messages have been applied. */
export const close = (state: ChannelState): ChannelState => ({ ...state, status: 'closed' });

/** A word that was on its way says that the other end has not left: the channel greets its peer before it goes on. */
export const reopen = (state: ChannelState): ChannelState => ({ ...state, status: 'waiting' });
