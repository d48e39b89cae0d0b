import { Injectable, Logger } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { Database } from '../../database/database.js';
import { entryOf, type TrailEntry } from './trail.js';
import { TrailStore } from './trail.store.js';

/** How long answers wait to be written down together, in milliseconds. */
const gatheringMs = 200;

/** More than this and the database is away: the log says so, and the oldest are given up. */
const mostWaiting = 10_000;

const dayMs = 24 * 60 * 60 * 1000;

/** Who saw and did what. Entries of some requests are written together, so that looking stays quick. */
@Injectable()
export class Trail {
  private readonly log = new Logger('trail');
  private waiting: TrailEntry[] = [];
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();
  private forgotAt = 0;

  constructor(
    private readonly database: Database,
    private readonly store: TrailStore,
  ) {
    database.beforeClosing(() => this.flush());
  }

  readonly followEachRequest = (request: Request, response: Response, next: NextFunction): void => {
    // A stream of events and an answer that its reader breaks off have been seen as well.
    response.once('close', () => this.keep(entryOf(request, response.statusCode, new Date())));
    next();
  };

  /** Writes down what still waits. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  private keep(entry: TrailEntry | undefined): void {
    if (!entry) return;
    this.waiting.push(entry);
    this.timer ??= setTimeout(() => void this.flush(), gatheringMs);
  }

  private async write(): Promise<void> {
    const entries = this.waiting.splice(0);
    if (entries.length === 0) return;
    try {
      await this.database.transact((work) => this.store.add(work, entries));
      await this.forgetOld();
    } catch (error) {
      this.log.error(error);
      this.waiting.unshift(...entries.slice(-mostWaiting));
    }
  }

  private async forgetOld(): Promise<void> {
    if (Date.now() - this.forgotAt < dayMs) return;
    this.forgotAt = Date.now();
    await this.store.forgetOld(this.database.reading);
  }
}
