import { ApiProperty } from '@nestjs/swagger';
import { PageBody, publicId } from '@passerelle/doors';
import type { PlainDate } from '@passerelle/values';
import { type A1Document, a1MediaTypes } from './a1-document.js';

export class A1DocumentBody {
  @ApiProperty({ type: String, example: 'doc_019a0000000070008000000000000001' })
  id: string;

  @ApiProperty({ type: String, example: 'mem_019a0000000070008000000000000001' })
  member: string;

  @ApiProperty({ type: String, description: 'SHA-256 of its content, in hexadecimal.' })
  hash: string;

  @ApiProperty({ enum: a1MediaTypes })
  media: string;

  @ApiProperty({ type: Number, description: 'In bytes.' })
  size: number;

  @ApiProperty({ type: String, format: 'date-time' })
  receivedAt: Date;

  @ApiProperty({ type: String, format: 'date' })
  keepUntil: PlainDate;

  static of({ id, member, hash, media, size, receivedAt, keepUntil }: A1Document): A1DocumentBody {
    const names = { id: publicId('doc', id), member: publicId('mem', member) };
    return Object.assign(new A1DocumentBody(), { ...names, hash, media, size, receivedAt, keepUntil });
  }
}

export class A1DocumentsPage extends PageBody(A1DocumentBody) {}
