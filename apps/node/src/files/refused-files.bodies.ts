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

  @ApiProperty({ type: String, nullable: true, description: 'The address of that account.' })
  sender: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  at: Date;

  @ApiProperty({ enum: lookedAtFor })
  reason: RefusedFor;

  @ApiProperty({ type: Number, description: 'Bytes.' })
  size: number;

  @ApiProperty({ type: String, description: 'SHA-256 of the bytes.' })
  hash: string;

  static of(file: RefusedFile, emails: ReadonlyMap<string, string>): RefusedUploadBody {
    const { id, member, by, door, at, reason, size, hash } = file;
    const names = { id: publicId('ref', id), member: publicId('mem', member), by: publicId('acc', by) };
    const sender = emails.get(by) ?? null;
    return Object.assign(new RefusedUploadBody(), { ...names, sender, door, at, reason, size, hash });
  }
}

export class RefusedUploadsPage extends PageBody(RefusedUploadBody) {}
