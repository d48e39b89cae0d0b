import { applyDecorators, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

/** `@ApiController('missions')`: routes under `/api/v1/missions`, described together in the API's documents. */
export const ApiController = (path: string): ClassDecorator =>
  applyDecorators(Controller(`api/v1/${path}`), ApiTags(path));
