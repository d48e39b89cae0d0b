import { ApiProperty } from '@nestjs/swagger';
import { type PartName, type Seen, changedSince, idOf, partNames } from './parts.js';

/** What is new, by name. What it says is asked at the route of that name. */
export class ChangesBody {
  @ApiProperty({
    type: String,
    description: 'What has been seen by now: send it as Last-Event-ID with the next question.',
  })
  id: string;

  @ApiProperty({ enum: partNames, isArray: true, example: ['nodes', 'links'] })
  changed: readonly PartName[];

  static since(id: string | undefined, seen: Seen): ChangesBody {
    return Object.assign(new ChangesBody(), { id: idOf(seen), changed: changedSince(id, seen) });
  }
}
