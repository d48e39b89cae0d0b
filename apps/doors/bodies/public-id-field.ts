import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { parsePublicId } from '../ids.js';
import { rule } from './rule.js';

const isKnownId = rule('isPublicId', (value) => typeof value === 'string' && value !== '');

/** A field of a body that holds a public id of that prefix; the body then has the UUID inside. */
export const PublicId = (prefix: string): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? (parsePublicId(prefix, value) ?? '') : '',
    ),
    isKnownId(),
  );
