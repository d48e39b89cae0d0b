import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Readiness } from './readiness.js';

/** Without its database, or with a schema it does not know, a program serves nobody. */
@Injectable()
export class DatabaseChecks implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly readiness: Readiness,
  ) {}

  onModuleInit(): void {
    this.readiness.add({
      name: 'database',
      without: 'unavailable',
      run: async () => {
        await this.database.source.query('select 1');
        return undefined;
      },
    });
    this.readiness.add({
      name: 'migrations',
      without: 'unavailable',
      run: async () => {
        const { pending, unknown } = await this.database.schemaState();
        if (pending.length > 0) return `${pending.length} pending`;
        return unknown.length > 0 ? `${unknown.length} of a newer program` : undefined;
      },
    });
  }
}
