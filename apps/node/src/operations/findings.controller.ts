import { Body, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Allow, ApiController, Database, languageOf } from '@passerelle/doors';
import type { Request } from 'express';
import { DoctorRounds } from './doctor-rounds.service.js';
import { DoctorAcknowledgementBody, DoctorFindingBody, DoctorFindingsBody } from './findings.bodies.js';
import { findingProblems } from './findings.problems.js';

@ApiController('system/findings')
export class FindingsController {
  constructor(
    private readonly database: Database,
    private readonly rounds: DoctorRounds,
  ) {}

  @Allow('sysadmin')
  @Get()
  @ApiOperation({ summary: 'What the doctor found last, at the start and in the night, and what of it is known' })
  @ApiOkResponse({ type: DoctorFindingsBody })
  async list(@Req() { headers }: Request): Promise<DoctorFindingsBody> {
    const health = await this.rounds.health(this.database.reading);
    return DoctorFindingsBody.of(health, languageOf(headers['accept-language']));
  }

  @Allow('sysadmin')
  @Post('acknowledgements')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say that a finding is known, and why: until that day it is shown, and counts no more' })
  @ApiOkResponse({ type: DoctorFindingBody })
  async acknowledge(
    @Body() { what, machine, reason, until }: DoctorAcknowledgementBody,
    @Req() { headers }: Request,
  ): Promise<DoctorFindingBody> {
    const known = { what, machine, reason: reason.normalize('NFC'), until };
    const acknowledged = await this.database.transact((work) => this.rounds.acknowledge(work, known));
    return DoctorFindingBody.of(findingProblems.valueOf(acknowledged), languageOf(headers['accept-language']));
  }
}
