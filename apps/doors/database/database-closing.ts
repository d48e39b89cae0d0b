import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from './database.js';

/** Closes the database last, after the doors are shut and the rooms have finished. */
@Injectable()
export class DatabaseClosing implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
