import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Allow, ApiController, notFound, Problem } from '@passerelle/doors';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { NODE_CONFIG, type NodeConfig } from '../config/node-settings.js';

export class MailQuery {
  @ApiPropertyOptional({ type: String, description: 'Only letters to this address.' })
  @IsOptional()
  @IsString()
  @MaxLength(254)
  to?: string;
}

export class LettersBody {
  @ApiProperty({ type: [String], description: 'Whole letters as they were sent, oldest first.' })
  items: readonly string[];
}

/** The letters of a demonstration, which nobody delivers. There is nothing here unless the node has a sandbox clock. */
@ApiController('sandbox/mail')
export class SandboxMailController {
  constructor(@Inject(NODE_CONFIG) private readonly config: NodeConfig) {}

  @Allow('sysadmin')
  @Get()
  @ApiOperation({ summary: 'The letters this demonstration has written' })
  @ApiOkResponse({ type: LettersBody })
  async list(@Query() { to }: MailQuery): Promise<LettersBody> {
    const { clock, mailDir } = this.config;
    if (clock === undefined) throw new Problem(notFound);
    // A folder that is not there yet holds no letters.
    const names = await readdir(mailDir).catch(() => []);
    const letters = names.filter((name) => name.endsWith('.eml')).sort();
    const texts = await Promise.all(letters.map((name) => readFile(join(mailDir, name), 'utf8')));
    const items = texts.filter((text) => to === undefined || text.includes(`\r\nTo: ${to}\r\n`));
    return Object.assign(new LettersBody(), { items });
  }
}
