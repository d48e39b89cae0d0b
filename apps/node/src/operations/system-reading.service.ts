import { Inject, Injectable } from '@nestjs/common';
import { Database, productVersion } from '@passerelle/doors';
import { type EffectiveValue, effectiveValues } from '../commands/env-reference.js';
import { type LastBackups, lastBackups } from '../commands/last-backups.service.js';
import { NODE_CONFIG, type NodeConfig, nodeSettings } from '../config/node-settings.js';

/** What an administrator asks first. */
export interface SystemReading {
  readonly node: string;
  readonly version: string;
  readonly startedAt: Date;
  readonly backups: LastBackups;
  readonly settings: readonly EffectiveValue[];
}

@Injectable()
export class SystemReadings {
  constructor(
    private readonly database: Database,
    @Inject(NODE_CONFIG) private readonly config: NodeConfig,
  ) {}

  async read(): Promise<SystemReading> {
    return {
      node: this.config.node,
      version: productVersion(),
      startedAt: new Date(Date.now() - Math.round(process.uptime() * 1000)),
      backups: await lastBackups(this.database.reading),
      settings: effectiveValues(process.env, nodeSettings),
    };
  }
}
