import { Controller, Get, Header, Headers, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { isLanguage, type Language, languageOf, Public } from '@passerelle/doors';
import { Monitoring } from '../monitoring/monitoring.service.js';
import { publicPage } from './overview.page.js';

/** For everybody, without script; staff have the console. */
@ApiExcludeController()
@Controller()
export class OverviewController {
  constructor(private readonly monitoring: Monitoring) {}

  @Public()
  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async everybody(@Query('lang') asked?: string, @Headers('accept-language') wishes?: string): Promise<string> {
    const { nodes } = await this.monitoring.picture();
    return publicPage(nodes, chosen(asked, wishes));
  }
}

const chosen = (asked: string | undefined, wishes: string | undefined): Language =>
  isLanguage(asked) ? asked : languageOf(wishes);
