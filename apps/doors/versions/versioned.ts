import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { type Observable, tap } from 'rxjs';
import { tagOf } from './version.js';

const versionedKey = 'passerelle:versioned';

/** What is compared of an answer, by name. */
export type VersionOf<Shown> = (shown: Shown) => object;

const itsFields: VersionOf<object> = (shown) => shown;

/**
 * A route that shows something that several people may change: its answer carries its version as `ETag`. Its fields are
 * compared, or what `of` makes of them, where a decision is about one line of a list: `fields/name`.
 */
export const Versioned = <Shown extends object>(of: VersionOf<Shown> = itsFields): MethodDecorator =>
  SetMetadata(versionedKey, of);

/** A route that changes such a thing, and takes the version that the decision was made on. See `Versions.unchanged`. */
export const AsSeen = (): MethodDecorator =>
  applyDecorators(
    ApiHeader({
      name: 'If-Match',
      required: false,
      description:
        'The ETag of what the decision was made on. When that has changed in what matters here, the answer is 412, ' +
        'names what changed, and nothing is done; left out, nothing is compared.',
      schema: { type: 'string' },
    }),
  );

@Injectable()
export class VersionInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const of = Reflect.getMetadata(versionedKey, context.getHandler()) as VersionOf<object> | undefined;
    if (context.getType() !== 'http' || of === undefined) return next.handle();
    const http = context.switchToHttp();
    const response = http.getResponse<Response>();
    // A tag of some fields does not tell that the rest is as a browser has kept it.
    if (of !== itsFields) delete http.getRequest<Request>().headers['if-none-match'];
    return next.handle().pipe(tap((shown: object) => void response.set('ETag', tagOf(of(shown)))));
  }
}
