import { Catch, type RpcExceptionFilter } from '@nestjs/common';
import { type Observable, throwError } from 'rxjs';

/**
 * Lets the channel see what a room threw, so that the message is set aside with its reason. Nest's own filter would
 * hand over "Internal server error", the right answer to a stranger but not to ourselves.
 */
@Catch()
export class HandlerFailures implements RpcExceptionFilter {
  catch(failure: unknown): Observable<never> {
    return throwError(() => failure);
  }
}
