import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import { map, type Observable } from 'rxjs';
import { Answer } from '../http/answer.js';
import { keyedRequestOf } from './keyed-request.js';
import { movesMoney } from './moves-money.js';

/** Holds a route marked `@MovesMoney()` to its word: no request without a key, no answer that was not kept. */
@Injectable()
export class MovesMoneyInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http' || !movesMoney(context.getHandler())) return next.handle();
    keyedRequestOf(context.switchToHttp().getRequest<Request>());
    return next.handle().pipe(map((answer: unknown) => keptAnswer(answer, context)));
  }
}

function keptAnswer(answer: unknown, context: ExecutionContext): Answer {
  if (answer instanceof Answer) return answer;
  throw new Error(
    `${context.getClass().name}.${context.getHandler().name} moves money but does not answer with Idempotency.once`,
  );
}
