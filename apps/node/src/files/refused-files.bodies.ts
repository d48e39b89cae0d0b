import { ApiProperty } from '@nestjs/swagger';
import { PageBody, publicId } from '@passerelle/doors';
import { type FileDoor, type RefusedFile, type RefusedFor, fileDoors, lookedAtFor } from './refused-file.js';

export class RefusedUploadBody {
  @ApiProperty({ type: String, example: 'ref_019a0000000070008000000000000001' })
  id: string;

  @ApiProperty({ type: String, example: 'mem_019a0000000070008000000000000001', description: 'Whom it is about.' })
  member: string;

  @ApiProperty({ enum: fileDoors, description: 'Where it was left.' })
  door: FileDoor;

  @ApiProperty({ type: String, example: 'acc_019a0000000070008000000000000001', description: 'Who sent it.' })
  by: string;

  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;

  @ApiProperty({ enum: lookedAtFor })
  reason: RefusedFor;

  @ApiProperty({ type: Number, description: 'Bytes.' })
  size: number;

  @ApiProperty({ type: String, description: 'SHA-256 of the bytes.' })
  hash: string;

  static of({ id, member, by, door, at, reason, size, hash }: RefusedFile): RefusedUploadBody {
    const names = { id: publicId('ref', id), member: publicId('mem', member), by: publicId('acc', by) };
    return Object.assign(new RefusedUploadBody(), { ...names, door, at, reason, size, hash });
  }
}

export class RefusedUploadsPage extends PageBody(RefusedUploadBody) {}
