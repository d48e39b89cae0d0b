import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { parsePublicId } from '../ids.js';
import { rule } from './rule.js';

const isKnownId = rule('isPublicId', (value) => typeof value === 'string' && value !== '');

/**
 * A field of a body that holds a public id of that prefix; the body then has the UUID inside. It stands below the field's
 * own `@ApiProperty`, whose words it leaves alone.
 */
export const PublicId = (prefix: string): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? (parsePublicId(prefix, value) ?? '') : '',
    ),
    ApiProperty({ type: String, pattern: `^${prefix}_[0-9a-f]{32}$` }),
    isKnownId(),
  );
