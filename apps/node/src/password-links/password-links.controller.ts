import { Body, HttpCode, Inject, Ip, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  ApiController,
  belongsTo,
  Database,
  Entrance,
  normalEmail,
  Problem,
  Public,
  refusedFactors,
  SecondFactors,
  SessionBody,
  SignInLimits,
} from '@passerelle/doors';
import type { Request, Response } from 'express';
import { AskedLinkBody, ChosenPasswordBody, LinkTokenBody, PasswordLinkBody } from './password-links.bodies.js';
import { askedTooOften, passwordLinkProblems, waitToAsk } from './password-links.problems.js';
import { PasswordLinks } from './password-links.service.js';

/** How often one may ask for a letter. */
export const ASKING_LIMITS = Symbol('ASKING_LIMITS');

/** For whoever is not in yet, or not any more. */
@Public()
@ApiController('password-links')
export class PasswordLinksController {
  constructor(
    private readonly database: Database,
    private readonly links: PasswordLinks,
    private readonly factors: SecondFactors,
    private readonly entrance: Entrance,
    private readonly limits: SignInLimits,
    @Inject(ASKING_LIMITS) private readonly asking: SignInLimits,
  ) {}

  @Post()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Ask for a link to choose a password; it is sent if the address is known, which is not told',
  })
  @ApiNoContentResponse()
  async ask(@Body() { email }: AskedLinkBody, @Ip() from: string, @Req() { traceparent }: Request): Promise<void> {
    const seconds = await this.asking.count({ email: normalEmail(email), from });
    if (seconds > 0)
      throw new Problem(askedTooOften, { detail: waitToAsk(seconds), headers: { 'Retry-After': String(seconds) } });
    await this.database.transact(async (work) => {
      belongsTo(work, traceparent);
      await this.links.ask(work, email);
    });
  }

  @Post('open')
  @HttpCode(200)
  @ApiOperation({ summary: 'Whose password a link is for, and until when; it is not used up' })
  @ApiOkResponse({ type: PasswordLinkBody })
  async open(@Body() { token }: LinkTokenBody, @Ip() from: string): Promise<PasswordLinkBody> {
    return this.tried(token, from, async () =>
      PasswordLinkBody.of(passwordLinkProblems.valueOf(await this.links.open(this.database.reading, token))),
    );
  }

  @Post('use')
  @ApiOperation({
    summary: 'Choose a password with a link, once, and be signed in; a second factor is still asked for',
  })
  @ApiCreatedResponse({ type: SessionBody })
  async use(
    @Body() { token, password, ...proof }: ChosenPasswordBody,
    @Ip() from: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionBody> {
    const account = await this.tried(token, from, async () => {
      const opened = passwordLinkProblems.valueOf(await this.links.open(this.database.reading, token));
      refusedFactors.valueOf(await this.factors.check(opened.account, proof));
      return this.database.transact(async (work) => {
        belongsTo(work, request.traceparent);
        return passwordLinkProblems.valueOf(await this.links.use(work, token, password));
      });
    });
    return this.entrance.letIn(account, request, response);
  }

  /** Neither tokens nor the codes asked for beside them are guessed for ever. */
  private async tried<T>(token: string, from: string, attempt: () => Promise<T>): Promise<T> {
    await this.limits.attempt({ email: token, from });
    const done = await attempt();
    await this.limits.succeeded({ email: token, from });
    return done;
  }
}
