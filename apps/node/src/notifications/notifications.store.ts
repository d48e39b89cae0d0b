import { type Work, managerOf } from '@passerelle/doors';
import type { MemberId } from '../members/member.js';
import type { Notification, NotificationId, NotificationKind, Wish } from './notification.js';

/** Notifications and wishes in PostgreSQL. */
export class NotificationsStore {
  async add(work: Work, { id, member, kind, name, path, at }: Omit<Notification, 'readAt'>): Promise<void> {
    await managerOf(work).query(
      'insert into notification (id, member, kind, name, path, at) values ($1, $2, $3, $4, $5, $6)',
      [id, member, kind, name, path, at],
    );
  }

  /** Hers, the newest first, older than one of them. */
  page(work: Work, member: MemberId, after: NotificationId | null, limit: number): Promise<readonly Notification[]> {
    return managerOf(work).query<Notification[]>(
      `select id, member, kind, name, path, at, read_at as "readAt" from notification
       where member = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
      [member, after, limit],
    );
  }

  /** Reading again changes nothing. */
  async read(work: Work, member: MemberId, upto: NotificationId, at: Date): Promise<void> {
    await managerOf(work).query(
      'update notification set read_at = $3 where member = $1 and id <= $2 and read_at is null',
      [member, upto, at],
    );
  }

  async wishes(work: Work, member: MemberId): Promise<readonly Wish[]> {
    return managerOf(work).query<Wish[]>(
      'select kind, in_app as "inApp", mail from notification_wish where member = $1',
      [member],
    );
  }

  async wish(work: Work, member: MemberId, { kind, inApp, mail }: Wish): Promise<void> {
    await managerOf(work).query(
      `insert into notification_wish (member, kind, in_app, mail) values ($1, $2, $3, $4)
       on conflict (member, kind) do update set in_app = excluded.in_app, mail = excluded.mail`,
      [member, kind, inApp, mail],
    );
  }

  /** What she wished for one kind, if anything. */
  async wishFor(work: Work, member: MemberId, kind: NotificationKind): Promise<Wish | undefined> {
    return (await this.wishes(work, member)).find((wish) => wish.kind === kind);
  }
}
