import { ApiProperty } from '@nestjs/swagger';
import { languages, PageBody, PublicId, publicId, type Words } from '@passerelle/doors';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, ValidateNested } from 'class-validator';
import {
  type Notification,
  type NotificationId,
  type NotificationKind,
  type Wish,
  isLettered,
  notificationKinds,
} from './notification.js';
import { kindWords, said } from './notifications.words.js';

export class NotificationBody {
  @ApiProperty({ type: String, example: 'ntf_019a0000000070008000000000000001' })
  id: string;

  @ApiProperty({ enum: notificationKinds })
  kind: NotificationKind;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: 'In each language.' })
  text: Words;

  @ApiProperty({ type: String, example: '/missions/mis_019a0000000070008000000000000001' })
  path: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readAt: Date | null;

  static of({ id, kind, name, path, at, readAt }: Notification): NotificationBody {
    const text = Object.fromEntries(languages.map((language) => [language, said({ kind, name }, language)]));
    return Object.assign(new NotificationBody(), { id: publicId('ntf', id), kind, text, path, at, readAt });
  }
}

export class NotificationsPage extends PageBody(NotificationBody) {}

export class ReadBody {
  @ApiProperty({ type: String, description: 'This one and all before it have been read.' })
  @PublicId('ntf')
  upto: NotificationId;
}

export class WishBody {
  @ApiProperty({ enum: notificationKinds })
  @IsIn(notificationKinds)
  kind: NotificationKind;

  @ApiProperty({ type: Boolean, description: 'In the list of notifications.' })
  @IsBoolean()
  inApp: boolean;

  @ApiProperty({ type: Boolean, description: 'By a letter to her e-mail address.' })
  @IsBoolean()
  mail: boolean;
}

export class WishesBody {
  @ApiProperty({ type: [WishBody] })
  @IsArray()
  @ArrayMaxSize(notificationKinds.length)
  @ValidateNested({ each: true })
  @Type(() => WishBody)
  items: readonly WishBody[];
}

export class ShownWishBody extends WishBody {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'The event, in each language.',
  })
  title: Words;

  @ApiProperty({ type: Boolean, description: 'The cooperative owes this letter: `mail` cannot be switched off.' })
  isMailOwed: boolean;
}

export class ShownWishesBody {
  @ApiProperty({ type: [ShownWishBody], description: 'Every event once.' })
  items: readonly ShownWishBody[];

  static of(wishes: readonly Wish[]): ShownWishesBody {
    const items = wishes.map((wish) => ({
      ...wish,
      title: kindWords[wish.kind].title,
      isMailOwed: isLettered(wish.kind),
    }));
    return Object.assign(new ShownWishesBody(), { items });
  }

  /** As it is compared: the ways of each event. */
  static version({ items }: ShownWishesBody): object {
    return Object.fromEntries(items.map(({ kind, inApp, mail }) => [`items/${kind}`, { inApp, mail }]));
  }
}
