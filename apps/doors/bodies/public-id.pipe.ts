import type { PipeTransform } from '@nestjs/common';
import { parsePublicId } from '../ids.js';
import { notFound } from '../problems/common-problems.js';
import { Problem } from '../problems/problem.js';

/** `@Param('id', new PublicIdPipe('mis'))`: the UUID inside a public id; whatever else is simply not found. */
export class PublicIdPipe implements PipeTransform<string, string> {
  constructor(readonly prefix: string) {}

  transform(text: string): string {
    const id = parsePublicId(this.prefix, text);
    if (id === undefined) throw new Problem(notFound);
    return id;
  }
}
