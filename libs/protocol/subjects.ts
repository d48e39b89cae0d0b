/** Where a peer publishes to us: the only subject its user on our server may publish to. */
export const inboxSubject = (of: { readonly net: string; readonly me: string; readonly peer: string }): string =>
  `fed.${of.net}.${of.me}.in.${of.peer}`;

/** Where a node publishes its reports on the federation's server. */
export const reportSubject = (of: { readonly net: string; readonly node: string }): string =>
  `fed.${of.net}.federation.in.${of.node}`;

/** The stream on our server that keeps a peer's frames until our transaction has committed. */
export const inboxStream = (peer: string): string => `IN_${peer}`;

/** The only inbox prefix a peer may listen to on our server. */
export const replyPrefix = (peer: string): string => `_INBOX_${peer}`;
