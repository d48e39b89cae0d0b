import { ApiProperty } from '@nestjs/swagger';
import type { Changes } from '@passerelle/doors';
import { type PartName, partNames } from './parts.js';

/** What is new, by name. What it says is asked at the route of that name. */
export class ChangesBody implements Changes<PartName> {
  @ApiProperty({
    type: String,
    description: 'What has been seen by now: send it as Last-Event-ID with the next question.',
  })
  id: string;

  @ApiProperty({ enum: partNames, isArray: true, example: ['nodes', 'links'] })
  changed: readonly PartName[];
}
