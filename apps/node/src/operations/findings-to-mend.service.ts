import type { Work } from '@passerelle/doors';
import { isOpen } from '../commands/doctor/finding.js';
import { sayIn } from '../commands/said.js';
import { thingIn } from '../commands/words/things.words.js';
import type { InboxItem } from '../inbox/inbox-item.js';
import { type Asker, InboxSource } from '../inbox/inbox-source.js';
import type { KeptFinding } from './doctor-findings.store.js';
import type { DoctorRounds } from './doctor-rounds.service.js';

/** What the doctor found last, until it is mended or somebody says that it is known. */
export class FindingsToMend extends InboxSource {
  override readonly kinds = ['finding'] as const;

  constructor(private readonly rounds: DoctorRounds) {
    super();
  }

  override async waiting(work: Work, asker: Asker): Promise<readonly InboxItem[]> {
    const { findings } = await this.rounds.health(work);
    return findings.filter(isOpen).map((finding) => itemOf(finding, asker));
  }
}

function itemOf({ what, machine, says, remedy }: KeptFinding, { language }: Asker): InboxItem {
  const at = machine === undefined ? [] : [machine];
  return {
    kind: 'finding',
    id: [what, ...at].join('@'),
    about: [thingIn(language, what), ...at].join(' · '),
    count: null,
    why: {
      code: says.code,
      text: [says, ...(remedy ? [remedy] : [])].map((each) => sayIn(language, each)).join(' → '),
    },
    // The doctor looks again and again: that it still finds it makes it no younger.
    since: null,
    deadline: null,
    amount: null,
    page: '/system',
  };
}
