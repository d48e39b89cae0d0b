/** What may be found. `wrong` breaks a rule of the protocol; `open` is not finished, or cannot be told from this file. */
export interface Rule {
  readonly weight: 'wrong' | 'open';
  /** What the auditor does next. */
  readonly remedy: string;
}

const wrong = (remedy: string): Rule => ({ weight: 'wrong', remedy });
const open = (remedy: string): Rule => ({ weight: 'open', remedy });

const again = 'Fetch the export from the node again and compare; if it stays so, the node has to explain its record.';
const members = 'Show both signed texts to all members: people decide, by the statutes.';

/** Every rule that is checked, in the order in which a record is read. */
export const rules = {
  unreadable: wrong('A line is not in the published form (libs/protocol/published). Fetch the export again.'),
  incomplete: wrong('The file does not begin and end as an export does: it was cut off. Fetch it again.'),
  'changed-afterwards': wrong('The lines are not those the node has signed: fetch the export from the node itself.'),
  'seal-not-signed': wrong('The last line is not signed by the node with a key of the roster: fetch it from the node.'),
  'roster-refused': wrong('Ask the federation for the file with all versions of the roster.'),
  'another-roster': wrong('Ask both the node and the federation for their roster: they do not tell one history.'),
  'another-genesis': wrong('The first version is not the one you were told of: check the hash with a person you know.'),
  'not-a-member': wrong('No version of the roster names this node: check which federation the file belongs to.'),
  'wrong-key': wrong(`The key was not the signer's at that number, or is revoked. ${again}`),
  'bad-signature': wrong(again),
  'wrong-label': wrong(`A line says something else than the text that is signed. ${again}`),
  'out-of-order': wrong('Messages stand in the order of their numbers. Fetch the export again.'),
  repeated: wrong('The same message stands twice. Fetch the export again.'),
  equivocation: wrong(`One node has signed two messages with one number. ${members}`),
  gap: wrong(again),
  'broken-chain': wrong(`A message names another one before it than the one that stands there. ${again}`),
  'head-differs': wrong(`The directions do not end where the node says. ${again}`),
  'wrong-receipt': wrong(`The peer's receipt names another history. Ask the peer for its export too. ${members}`),
  'unseen-acknowledged': wrong(`A message says that its sender had seen more than was ever sent. ${members}`),
  'withheld-without-reason': wrong('Only messages that tell of people may be left out. Fetch the export again.'),
  'not-vouched': open('Nothing after the withheld message vouches for its hash yet: ask the peer for its export too.'),
  'without-effect': open(
    'By the rules the message changes nothing, and no signed refusal says so yet. Ask again later.',
  ),
  'debt-differs': wrong('What the node says of a debt does not follow from what both have signed. Ask it to explain.'),
  'debt-waits': open('The node has decided something that it has not said yet. Fetch the export again later.'),
  'final-refused': wrong(`The certificate of the result does not hold by any version of the roster. ${members}`),
  'two-results': wrong(`A cycle has two results. ${members}`),
  'positions-differ': wrong('Computing the result anew gives other positions than the node shows. Ask it to explain.'),
  'not-zero': wrong('The positions of a currency do not sum to zero. Ask the node to explain.'),
  'two-cycles': wrong(`A debt counts in two cycles. ${members}`),
  'statement-differs': wrong('What the two have signed for the cycle is not what their messages add up to. Ask both.'),
  'pair-frozen': open(
    'A proof has frozen this pair: the cycle booked it from the co-signed statement. Read the proof.',
  ),
  'payment-differs': wrong('A payment is not the one that the result names. Ask the node to explain.'),
  'payment-not-confirmed': wrong(
    'Only the signed word of the payee closes a payment, and it is not there. Ask the payee.',
  ),
  'payment-open': open('The payee has not yet confirmed all of it. Ask for the bank statements of both.'),
  unbalanced: wrong(
    'A transaction does not sum to zero. The books of the node are not to be trusted until it is explained.',
  ),
  'books-differ': wrong('The accounts of what nodes owe each other do not follow from the signed debts. Ask the node.'),
  proven: wrong(`The node holds a proof of misbehaviour that checks with the roster alone. ${members}`),
  'proof-withheld': open('The node holds a proof whose texts tell of people: ask the node to show it to you.'),
  'sides-differ': wrong('Two nodes do not hold the same. Ask both; the signed messages say who is right.'),
  'one-behind': open('One node has not got all messages of the other yet. Fetch both exports again later.'),
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;

/** Something that is not as it should be, and the line of the file that shows it. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly rule: RuleName;
  readonly detail: string;
}

export const isWrong = ({ rule }: Finding): boolean => rules[rule].weight === 'wrong';
