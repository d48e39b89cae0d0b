import { type Clock, publicId, type Work } from '@passerelle/doors/at-rest';
import type { MemberId } from '../members/member.js';
import type { PersonExportStore } from './person-export.store.js';
import { sections } from './person-sections.js';

/** Everything this node keeps of one member, as one JSON text that another program can read. */
export class PersonExport {
  constructor(
    private readonly store: PersonExportStore,
    private readonly clock: Clock,
  ) {}

  /** The member an address belongs to, or null. */
  memberOf(work: Work, email: string): Promise<MemberId | null> {
    return this.store.memberOf(work, email);
  }

  /** In pieces, so that photos of receipts never lie in memory together; the transaction must be a new one. */
  async *texts(work: Work, member: MemberId): AsyncGenerator<string> {
    await this.store.atOneMoment(work);
    const head = { format: 'passerelle.person/1', member: publicId('mem', member), madeAt: this.clock.now() };
    yield `${JSON.stringify(head).slice(0, -1)},"records":{`;
    for (const [at, section] of sections.entries()) {
      yield `${at === 0 ? '' : ','}\n${JSON.stringify(section.table)}:[`;
      let comma = '';
      for await (const row of this.store.rows(work, member, section)) {
        yield `${comma}\n${JSON.stringify(row)}`;
        comma = ',';
      }
      yield ']';
    }
    yield '}}\n';
  }
}
