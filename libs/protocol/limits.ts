/** Sizes beyond which nothing is read. Bytes are UTF-8, characters are UTF-16 code units. */
export const limits = {
  /** Characters of one text field. */
  textCharacters: 500,
  /** Bytes of a message's canonical body. */
  bodyBytes: 16 * 1024,
  /** Levels of objects and lists in a body; the body itself is the first. */
  bodyDepth: 6,
  /** Bytes of a whole message: the largest body and an envelope around it. */
  messageBytes: 18 * 1024,
  /** Messages in one frame. */
  frameMessages: 64,
  /** Bytes of one frame on the wire. */
  frameBytes: 48 * 1024,
  /** Bytes of a roster, which grows with the number of members. */
  rosterBytes: 512 * 1024,
  rosterDepth: 8,
  /** Cycles that one version of a roster names: five years. */
  rosterCycles: 60,
} as const;
