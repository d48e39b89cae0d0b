import { Body, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  ApiController,
  AsSeen,
  CurrentAccount,
  Database,
  ownOnly,
  type Page,
  pageOf,
  PageQuery,
  PublicIdPipe,
  Versioned,
  Versions,
} from '@passerelle/doors';
import type { Request } from 'express';
import type { MemberId } from '../members/member.js';
import type { NotificationId } from './notification.js';
import { NotificationBody, NotificationsPage, ReadBody, ShownWishesBody, WishesBody } from './notifications.bodies.js';
import { wishFields, wishProblems } from './notifications.problems.js';
import { Notifications } from './notifications.service.js';

const Id = (): ParameterDecorator => Param('id', new PublicIdPipe('mem'));

/** What a worker is told of is for her alone: staff see the same things where they are kept. */
@Allow('worker')
@ApiController('members')
export class NotificationsController {
  constructor(
    private readonly database: Database,
    private readonly notifications: Notifications,
    private readonly versions: Versions,
  ) {}

  @Get(':id/notifications')
  @ApiOperation({ summary: 'What happened to what is hers, the newest first' })
  @ApiOkResponse({ type: NotificationsPage })
  async list(
    @Id() id: MemberId,
    @Query() query: PageQuery,
    @CurrentAccount() account: Account,
  ): Promise<Page<NotificationBody>> {
    ownOnly(account, id);
    const after = (query.after() as NotificationId | undefined) ?? null;
    const rows = await this.notifications.page(this.database.reading, id, { after, limit: query.limit + 1 });
    return pageOf(rows, { limit: query.limit, keyOf: (row) => row.id, show: (row) => NotificationBody.of(row) });
  }

  @Post(':id/notifications/read')
  @HttpCode(204)
  @ApiOperation({ summary: 'She has read one, and with it all before' })
  @ApiNoContentResponse()
  async read(@Id() id: MemberId, @Body() { upto }: ReadBody, @CurrentAccount() account: Account): Promise<void> {
    ownOnly(account, id);
    await this.database.transact((work) => this.notifications.read(work, id, upto));
  }

  @Versioned(ShownWishesBody.version)
  @Get(':id/notification-wishes')
  @ApiOperation({ summary: 'By which ways she wants to hear of each event' })
  @ApiOkResponse({ type: ShownWishesBody })
  async wishes(@Id() id: MemberId, @CurrentAccount() account: Account): Promise<ShownWishesBody> {
    ownOnly(account, id);
    return ShownWishesBody.of(await this.notifications.wishes(this.database.reading, id));
  }

  @AsSeen()
  @Versioned(ShownWishesBody.version)
  @Put(':id/notification-wishes')
  @ApiOperation({ summary: 'Choose the ways for the events that are named; the others stay' })
  @ApiOkResponse({ type: ShownWishesBody })
  async wish(
    @Id() id: MemberId,
    @Body() { items }: WishesBody,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<ShownWishesBody> {
    ownOnly(account, id);
    const wished = await this.database.transact(async (work) => {
      await this.versions.unchanged(work, request, {
        thing: id,
        show: async () => ShownWishesBody.version(ShownWishesBody.of(await this.notifications.wishes(work, id))),
        of: wishFields(items.map(({ kind }) => kind)),
        changedAt: ['/notification-wishes'],
      });
      return this.notifications.wish(work, id, items);
    });
    return ShownWishesBody.of(wishProblems.valueOf(wished));
  }
}
