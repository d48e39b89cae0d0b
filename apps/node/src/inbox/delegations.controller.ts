import { Body, Delete, Get, Param, Put, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  type Account,
  Allow,
  ApiController,
  AsSeen,
  ByAPerson,
  CurrentAccount,
  Database,
  languageOf,
  notFound,
  Problem,
  Versioned,
  Versions,
  type Work,
} from '@passerelle/doors';
import type { Request } from 'express';
import { ColleagueBody, ColleaguesBody, HandOverBody } from './delegations.bodies.js';
import { delegationField, delegationProblems } from './delegations.problems.js';
import { Delegations, type Handing } from './delegations.service.js';
import { isInboxKind } from './inbox-kinds.js';
import { InboxItemBody } from './inbox.bodies.js';

@Allow('adviser', 'payroll', 'finance', 'sysadmin')
@ApiController('inbox')
export class DelegationsController {
  constructor(
    private readonly database: Database,
    private readonly delegations: Delegations,
    private readonly versions: Versions,
  ) {}

  @ByAPerson()
  @Get('colleagues')
  @ApiOperation({ summary: 'To whom you may hand something, each with the kinds of things that you both decide' })
  @ApiOkResponse({ type: ColleaguesBody })
  async colleagues(@CurrentAccount() account: Account): Promise<ColleaguesBody> {
    const found = await this.delegations.colleagues(this.database.reading, account);
    return Object.assign(new ColleaguesBody(), { items: found.map((each) => ColleagueBody.of(each)) });
  }

  @Versioned()
  @Get(':kind/:item')
  @ApiOperation({ summary: 'One thing that waits for you, or that you have handed over' })
  @ApiOkResponse({ type: InboxItemBody })
  show(
    @Param('kind') kind: string,
    @Param('item') item: string,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<InboxItemBody> {
    return this.shown(this.database.reading, handingOf({ kind, item, account, request }));
  }

  @ByAPerson()
  @AsSeen()
  @Put(':kind/:item/delegation')
  @ApiOperation({ summary: 'Hand it to a colleague who decides it instead of you, with a sentence' })
  @ApiOkResponse({ type: InboxItemBody })
  hand(
    @Param('kind') kind: string,
    @Param('item') item: string,
    @Body() body: HandOverBody,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<InboxItemBody> {
    const handing = handingOf({ kind, item, account, request });
    const given = { to: body.to, words: body.words.trim() };
    return this.database.transact(async (work) => {
      await this.asSeen(work, request, handing);
      const handed = delegationProblems.valueOf(await this.delegations.hand(work, handing, given));
      return InboxItemBody.of(handed, handing.language);
    });
  }

  @ByAPerson()
  @AsSeen()
  @Delete(':kind/:item/delegation')
  @ApiOperation({ summary: 'Take back what you have handed over, or give back what was handed to you' })
  @ApiOkResponse({ type: InboxItemBody })
  takeBack(
    @Param('kind') kind: string,
    @Param('item') item: string,
    @CurrentAccount() account: Account,
    @Req() request: Request,
  ): Promise<InboxItemBody> {
    const handing = handingOf({ kind, item, account, request });
    return this.database.transact(async (work) => {
      await this.asSeen(work, request, handing);
      const back = delegationProblems.valueOf(await this.delegations.takeBack(work, handing));
      return InboxItemBody.of(back, handing.language);
    });
  }

  private async shown(work: Work, handing: Handing): Promise<InboxItemBody> {
    const found = delegationProblems.valueOf(await this.delegations.item(work, handing));
    return InboxItemBody.of(found, handing.language);
  }

  /** Of two people who hand over the same thing at once, the second hears of the first. */
  private asSeen(work: Work, request: Request, handing: Handing): Promise<void> {
    const { kind, item } = handing;
    const show = (): Promise<object> => this.shown(work, handing);
    const of = delegationField;
    return this.versions.unchanged(work, request, { thing: `${kind} ${item}`, show, of });
  }
}

interface Asked {
  readonly kind: string;
  readonly item: string;
  readonly account: Account;
  readonly request: Request;
}

function handingOf({ kind, item, account: by, request }: Asked): Handing {
  if (!isInboxKind(kind)) throw new Problem(notFound);
  return { kind, item, by, language: languageOf(request.headers['accept-language']) };
}
