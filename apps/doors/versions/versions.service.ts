import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { confinedTo } from '../access/accounts/account.js';
import { Trail } from '../access/trail/trail.service.js';
import { TrailStore } from '../access/trail/trail.store.js';
import { managerOf, type Work } from '../database/database.js';
import { languages, type Words } from '../language.js';
import { Problem } from '../problems/problem.js';
import { changedMeanwhile } from './version-problems.js';
import { changedSince, tagOf } from './version.js';

/** What a decision rests on. */
export interface Shown {
  /** Whose version it is: a UUID, or a name where the thing has one. */
  readonly thing: string;
  /** What its route shows by now, as it is compared. */
  readonly show: () => Promise<object>;
  /** The fields that matter to this decision, each with what people call it. */
  readonly of: Readonly<Record<string, Words>>;
  /** How the addresses end that change them, where others change something else of the thing: `/set-aside`. */
  readonly changedAt?: readonly string[];
}

/** Holds a decision to what was seen: whoever says what she looked at is told when that is no longer so. */
@Injectable()
export class Versions {
  constructor(
    private readonly trail: Trail,
    private readonly entries: TrailStore,
  ) {}

  /**
   * Refuses with 412 when the request names a version that is no longer so. Two decisions about one thing wait for each
   * other until the end of this transaction, so that the second one hears of the first.
   */
  async unchanged(work: Work, request: Request, { thing, show, of, changedAt }: Shown): Promise<void> {
    const tag = request.headers['if-match'];
    if (tag === undefined) return;
    await managerOf(work).query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`version ${thing}`]);
    const shown = await show();
    const changed = changedSince(tag, shown, Object.keys(of));
    if (changed.length === 0) return;
    throw new Problem(changedMeanwhile, {
      detail: listed(changed.map((name) => of[name]!)),
      errors: changed.map((name) => ({ pointer: `#/${name}`, code: 'changed-meanwhile', detail: of[name]! })),
      extra: { now: only(shown, changed), ...(await this.lastChange(work, request, { thing, changedAt })) },
      headers: { ETag: tagOf(shown) },
    });
  }

  /** Who changed it last. A worker is not told which colleague of the branch it was. */
  private async lastChange(
    work: Work,
    request: Request,
    { thing, changedAt }: Pick<Shown, 'thing' | 'changedAt'>,
  ): Promise<object> {
    if (!/^[0-9a-f-]{36}$/.test(thing)) return {};
    await this.trail.flush();
    const last = await this.entries.lastChange(work, thing, changedAt);
    if (!last) return {};
    const { email } = request.account!;
    const isTold = confinedTo(request.account!) === undefined || last.name === email;
    return { at: last.at.toISOString(), ...(isTold && { by: last.name }) };
  }
}

const listed = (names: readonly Words[]): Words =>
  Object.fromEntries(
    languages.map((language) => [language, names.map((words) => words[language]).join(', ')]),
  ) as unknown as Words;

const only = (shown: object, fields: readonly string[]): object =>
  Object.fromEntries(Object.entries(shown).filter(([name]) => fields.includes(name)));

/** Most decisions rest on how far a thing is. */
export const itsState: Words = {
  en: 'how far it is',
  fr: 'où cela en est',
  nl: 'hoe ver het is',
  sv: 'hur långt det har kommit',
  de: 'der Stand',
};
