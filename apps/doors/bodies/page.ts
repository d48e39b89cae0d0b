import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { invalidRequest } from '../problems/common-problems.js';
import { Problem } from '../problems/problem.js';
import { anyRule } from '../problems/rule-words.js';

/** What a list may be ordered by. A number fits PostgreSQL's `bigint`. */
const keyForms = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  number: /^\d{1,18}$/,
  /** A day by which, a day since when or nothing, and what it is. */
  place: /^\d{4}-\d\d-\d\d (\d{4}-\d\d-\d\d)? [a-z-]+ \S.{0,250}$/,
};

/** `?limit=50&cursor=…`, taken by every list. */
export class PageQuery {
  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: 200, default: 50, description: 'How many items at most.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;

  @ApiPropertyOptional({ type: String, description: 'The `nextCursor` of the page before. Opaque.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor?: string;

  /**
   * The key after which this page begins; undefined for the first page. A cursor we did not make is refused, so that
   * nothing but a key of the form that the list goes by reaches the database.
   */
  after(form: keyof typeof keyForms = 'uuid'): string | undefined {
    return this.cursor === undefined ? undefined : keyOf(this.cursor, keyForms[form]);
  }
}

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Ask for the next page with it; null on the last page. */
  readonly nextCursor: string | null;
}

/** For the API's description: `class MissionPage extends PageBody(MissionBody) {}`. */
export function PageBody<T>(item: new () => T): new () => Page<T> {
  class PageOfItems implements Page<T> {
    @ApiProperty({ type: [item] })
    readonly items: readonly T[];

    @ApiProperty({ type: String, nullable: true, description: 'Ask for the next page with it; null on the last page.' })
    readonly nextCursor: string | null;
  }
  return PageOfItems;
}

/**
 * One page from rows that were read with `limit + 1`: the row too many only tells that there is a next page. Pages
 * continue after the last item's key, so items inserted meanwhile neither repeat nor hide others.
 */
export function pageOf<R, T>(
  rows: readonly R[],
  { limit, keyOf: key, show }: { limit: number; keyOf: (row: R) => string; show: (row: R) => T },
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last !== undefined ? cursorOf(key(last)) : null;
  return { items: shown.map(show), nextCursor };
}

const mark = 'after:';

const cursorOf = (key: string): string => Buffer.from(mark + key, 'utf8').toString('base64url');

function keyOf(cursor: string, form: RegExp): string {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  if (text.startsWith(mark) && form.test(text.slice(mark.length))) return text.slice(mark.length);
  throw new Problem(invalidRequest, { errors: [{ pointer: '?cursor', code: 'unknown-cursor', detail: anyRule }] });
}
