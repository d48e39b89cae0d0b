/** What one major version of the protocol means. */
export interface ProtocolVersion {
  /** The number in the field `v` of every message. */
  readonly v: number;
  /** First line of everything that is hashed or signed. */
  readonly domain: string;
  /** Optional abilities this program announces in `hello`; a sender uses those that both ends announce. */
  readonly features: readonly string[];
  /** Rules that change a computation. The roster says from which cycle a number applies. */
  readonly computations: {
    readonly netting: readonly number[];
    readonly rounding: readonly number[];
    readonly waterfall: readonly number[];
  };
}

/** Every major version ever spoken and what differs between them. Message types carry their own version beside it. */
export const versions: Readonly<Record<number, ProtocolVersion>> = {
  1: {
    v: 1,
    domain: 'coop-settle/1\n',
    features: [],
    computations: { netting: [1], rounding: [1], waterfall: [1] },
  },
};

/** The major version this program writes. */
export const currentVersion: ProtocolVersion = versions[1]!;

/** The highest major version that both ends speak, or null when there is none and the channel has to wait. */
export function agreeOnVersion(theirs: readonly number[]): number | null {
  const common = theirs.filter((v) => Object.hasOwn(versions, v));
  return common.length === 0 ? null : Math.max(...common);
}

/** The optional abilities both ends announced. */
export const agreeOnFeatures = (theirs: readonly string[]): readonly string[] =>
  currentVersion.features.filter((feature) => theirs.includes(feature));
