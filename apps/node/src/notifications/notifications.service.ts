import type { Clock, Ids, ProgramAddress, Work } from '@passerelle/doors';
import { type Result, ok, refuse } from '@passerelle/values';
import type { Mail } from '../mail/mail.service.js';
import type { MemberId } from '../members/member.js';
import type { Members } from '../members/members.service.js';
import {
  type Notification,
  type NotificationId,
  type NotificationKind,
  type Wish,
  isLettered,
  usualWish,
  wishesOf,
} from './notification.js';
import type { NotificationsStore } from './notifications.store.js';
import { notificationLetter } from './notifications.words.js';

/** The cooperative owes this letter: it is no matter of wishes. */
export interface WishRefusal {
  readonly kind: 'letter-is-owed';
  readonly of: NotificationKind;
}

export interface NotificationsParts {
  readonly store: NotificationsStore;
  readonly members: Members;
  readonly mail: Mail;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly address: ProgramAddress;
}

/** Tells workers what happened to what is theirs, by the ways they want. */
export class Notifications {
  constructor(private readonly parts: NotificationsParts) {}

  async tell(work: Work, news: Pick<Notification, 'member' | 'kind' | 'name' | 'path'>): Promise<void> {
    const { store, members, mail, clock, ids, address } = this.parts;
    const { member: id, kind } = news;
    const wish = (await store.wishFor(work, id, kind)) ?? usualWish(kind);
    if (wish.inApp) await store.add(work, { ...news, id: ids.newId() as NotificationId, at: clock.now() });
    if (!wish.mail || isLettered(kind)) return;
    const { name, email, language } = await members.member(work, id);
    await mail.write(work, {
      to: email,
      ...notificationLetter(news, { name, language, baseUrl: address.baseUrl }),
    });
  }

  page(
    work: Work,
    member: MemberId,
    { after, limit }: { readonly after: NotificationId | null; readonly limit: number },
  ): Promise<readonly Notification[]> {
    return this.parts.store.page(work, member, after, limit);
  }

  /** She has seen this one and all before it. */
  read(work: Work, member: MemberId, upto: NotificationId): Promise<void> {
    return this.parts.store.read(work, member, upto, this.parts.clock.now());
  }

  async wishes(work: Work, member: MemberId): Promise<readonly Wish[]> {
    return wishesOf(await this.parts.store.wishes(work, member));
  }

  /** Keeps the wishes that are stated; of kinds that are not, what held before goes on. */
  async wish(work: Work, member: MemberId, stated: readonly Wish[]): Promise<Result<readonly Wish[], WishRefusal>> {
    const owed = stated.find(({ kind, mail }) => isLettered(kind) && !mail);
    if (owed) return refuse({ kind: 'letter-is-owed', of: owed.kind });
    for (const wish of stated) await this.parts.store.wish(work, member, wish);
    return ok(await this.wishes(work, member));
  }
}
