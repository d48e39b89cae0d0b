import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';

const movesMoneyKey = 'passerelle:moves-money';

/**
 * A route where money or signatures move: it must come with an `Idempotency-Key`, and answers through
 * `Idempotency.once`, so that a request sent twice acts once.
 */
export const MovesMoney = (): MethodDecorator =>
  applyDecorators(
    SetMetadata(movesMoneyKey, true),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'A new random text for each intent; the same text when the same request is sent again.',
      schema: { type: 'string', minLength: 1, maxLength: 200 },
    }),
  );

export const movesMoney = (handler: Parameters<typeof Reflect.getMetadata>[1]): boolean =>
  Reflect.getMetadata(movesMoneyKey, handler) === true;
