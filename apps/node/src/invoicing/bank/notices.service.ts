import type { Ids, Work } from '@passerelle/doors';
import type { PlainDate } from '@passerelle/values';
import type { EntityId } from '../../cooperative/legal-entity.js';
import { type Announced, type AnnouncedId, recognise, saysMore } from './announced.js';
import type { OwnNotice } from './bank-file.js';
import type { BankLine } from './bank-line.js';
import type { Bookings } from './bookings.service.js';
import type { AccountDays, NoticesStore } from './notices.store.js';
import type { FileId } from './statements.store.js';

/** What the bank announces. It is kept, shown, and recognised on statements, which alone move money in the books. */
export class Notices {
  constructor(
    private readonly store: NoticesStore,
    private readonly bookings: Bookings,
    private readonly ids: Ids,
  ) {}

  /** Keeps what the notices of a file are the first to tell. How many movements that were. */
  async keep(work: Work, file: FileId, notices: readonly OwnNotice[]): Promise<number> {
    let count = 0;
    for (const notice of notices) count += await this.keepOne(work, file, notice);
    return count;
  }

  /**
   * Brings what is announced together with lines of statements, whichever of the two came last with these movements.
   * An open line of which a notice knows more is detailed by it. The new lines that makes.
   */
  async recognise(work: Work, read: readonly OwnNotice[]): Promise<readonly BankLine[]> {
    const added: BankLine[] = [];
    for (const place of placesOf(read)) added.push(...(await this.recogniseOn(work, place)));
    return added;
  }

  /** How many of these movements no statement shows yet. */
  async countWaiting(work: Work, notices: readonly OwnNotice[]): Promise<number> {
    let count = 0;
    for (const { entity, movements } of notices) {
      const identities = movements.map(({ identity }) => identity);
      count += await this.store.countWaiting(work, entity.id, identities);
    }
    return count;
  }

  /** What no statement shows yet, newest first. */
  waiting(work: Work, limit: number): Promise<readonly Announced[]> {
    return this.store.waiting(work, limit);
  }

  private async keepOne(work: Work, file: FileId, notice: OwnNotice): Promise<number> {
    const { entity, movements } = notice;
    const identities = movements.map(({ identity }) => identity);
    const known = await this.store.known(work, entity.id, identities);
    const fresh = movements.filter(({ identity }) => !known.has(identity));
    if (fresh.length === 0) return 0;
    const id = this.ids.newId();
    await this.store.addNotice(work, id, file, notice);
    for (const [place, { identity, ...said }] of fresh.entries()) {
      const announced = { ...said, id: this.ids.newId() as AnnouncedId, entity: entity.id };
      await this.store.add(work, announced, { identity, notice: id, place });
    }
    return fresh.length;
  }

  private async recogniseOn(work: Work, place: AccountDays): Promise<readonly BankLine[]> {
    const waiting = await this.store.waitingOn(work, place);
    if (waiting.length === 0) return [];
    const added: BankLine[] = [];
    for (const { as, lines, announced } of recognise(await this.store.stated(work, place), waiting)) {
      await this.store.seen(work, { announced: idsOf(announced), lines: idsOf(lines), as });
      const [line] = lines;
      if (as === 'sum' || !line || line.partOf !== null || !saysMore(line, announced)) continue;
      added.push(...(await this.bookings.detail(work, line.id, announced)));
    }
    return added;
  }
}

const idsOf = <Id>(all: readonly { readonly id: Id }[]): readonly Id[] => all.map(({ id }) => id);

/** The days on which movements were read, by account. */
function placesOf(read: readonly OwnNotice[]): readonly AccountDays[] {
  const places = new Map<string, { entity: EntityId; days: Set<PlainDate> }>();
  for (const { entity, movements } of read)
    for (const { account, bookedOn } of movements) {
      const place = places.get(account) ?? { entity: entity.id, days: new Set() };
      places.set(account, { ...place, days: place.days.add(bookedOn) });
    }
  return [...places].map(([account, { entity, days }]) => ({ account, entity, days: [...days] }));
}
