import {
  type Calendar,
  type Roster,
  type RosterContent,
  type RosterMember,
  type SignedRoster,
  calendarOf,
  memberOf,
  signersOf,
} from '@passerelle/protocol';

/** Who belongs to the federation, on which terms, and who signed that. */
export class Directory {
  /** The days of all cycles since the first version. */
  readonly calendar: Calendar;

  constructor(
    /** All versions, the first one first: whoever missed some follows them. */
    private readonly chain: readonly Roster[],
    /** When this program took the version in. */
    readonly at: Date,
  ) {
    this.calendar = calendarOf(chain.map(({ content }) => content));
  }

  get roster(): Roster {
    return this.chain.at(-1)!;
  }

  get versions(): readonly SignedRoster[] {
    return this.chain.map(({ signed }) => signed);
  }

  get content(): RosterContent {
    return this.roster.content;
  }

  get members(): readonly RosterMember[] {
    return this.content.members;
  }

  /** The members whose signatures under the roster are good by the keys it lists itself. */
  get signedBy(): readonly string[] {
    return signersOf(this.roster.signed.m, this.roster.signed.sigs, this.content);
  }

  knows(node: string): boolean {
    return memberOf(this.content, node) !== undefined;
  }
}
