import { Get, Query, Req, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { CookieOptions, Request, Response } from 'express';
import { ApiController } from '../../http/api-controller.js';
import { notFound } from '../../problems/common-problems.js';
import { Problem } from '../../problems/problem.js';
import { Public } from '../allow.js';
import { ProgramAddress } from '../program-address.js';
import { ProviderBody, ProviderQuery } from './provider.body.js';
import { ProviderSignIn } from './provider-sign-in.service.js';
import { cookieIn, cookieOptions, sessionCookie } from '../session/session-cookie.js';
import { Sessions } from '../session/sessions.service.js';

const journeyCookie = 'passerelle_provider';

@Public()
@ApiController('session/provider')
export class ProviderController {
  constructor(
    private readonly provider: ProviderSignIn,
    private readonly sessions: Sessions,
    private readonly address: ProgramAddress,
  ) {}

  @Get()
  @ApiOperation({ summary: 'At which provider people may sign in besides passwords' })
  @ApiOkResponse({ type: ProviderBody })
  show(): ProviderBody {
    return Object.assign(new ProviderBody(), { name: this.provider.name });
  }

  @Get('start')
  @ApiOperation({ summary: 'Go there to sign in' })
  @ApiFoundResponse()
  async start(@Query() { next = '/' }: ProviderQuery, @Res() response: Response): Promise<void> {
    this.mustExist();
    const begun = await this.provider.start(next);
    if (!begun.ok) return response.redirect(302, `/login?refused=${begun.refusal.kind}`);
    response.cookie(journeyCookie, begun.value.token, { ...this.journey, maxAge: 10 * 60 * 1000 });
    response.redirect(302, begun.value.url);
  }

  @Get('return')
  @ApiOperation({ summary: 'Come back from there: the session is kept in a cookie' })
  @ApiFoundResponse()
  async return(@Req() request: Request, @Res() response: Response): Promise<void> {
    this.mustExist();
    const search = request.originalUrl.slice(request.path.length);
    const back = await this.provider.finish(search, cookieIn(request, journeyCookie));
    response.clearCookie(journeyCookie, this.journey);
    if (!back.ok) return response.redirect(302, `/login?refused=${back.refusal.kind}`);
    const { account, hasFactor, next } = back.value;
    request.account = account;
    const token = await this.sessions.begin(account, hasFactor ? 'with-factor' : 'yes');
    response.cookie(sessionCookie, token, cookieOptions(this.address.baseUrl));
    response.redirect(302, next);
  }

  private mustExist(): void {
    if (this.provider.name === null) throw new Problem(notFound);
  }

  /** It comes along when the provider sends people back, which the session's own cookie would not. */
  private get journey(): CookieOptions {
    return { ...cookieOptions(this.address.baseUrl), sameSite: 'lax', path: '/api/v1/session/provider' };
  }
}
