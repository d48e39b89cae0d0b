import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { type QrPath, qrPath } from '../../pages/qr-path.js';
import { PasskeyBody } from '../passkeys/passkey.body.js';
import type { NewFactor } from './second-factor.js';

export class CodeBody {
  @ApiProperty({ type: String, example: '287082', pattern: '^[0-9]{6}$', description: 'Six digits of the app.' })
  @Matches(/^[0-9]{6}$/)
  code: string;
}

/** How somebody proves that it is her. */
export class FactorsBody {
  @ApiProperty({ type: Boolean, description: 'Whether there is an authenticator app.' })
  hasApp: boolean;

  @ApiProperty({ type: PasskeyBody, isArray: true })
  passkeys: PasskeyBody[];

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'https://coop.example',
    description: 'Where passkeys work; null when the address of the program is made of digits.',
  })
  passkeysAt: string | null;

  static of(factors: FactorsBody): FactorsBody {
    return Object.assign(new FactorsBody(), factors);
  }
}

class QrBody {
  @ApiProperty({ type: String, example: 'M0 0h1v1h-1z', description: 'Dark squares, as the path of an SVG picture.' })
  path: string;

  @ApiProperty({ type: Number, example: 37, description: 'Squares on each side.' })
  size: number;
}

export class NewFactorBody {
  @ApiProperty({ type: String, example: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', description: 'To be typed into the app.' })
  secret: string;

  @ApiProperty({ type: String, description: 'An address that opens the app on the same telephone.' })
  uri: string;

  @ApiProperty({ type: QrBody, description: 'The address as a QR code.' })
  qr: QrPath;

  static of({ secret, uri }: NewFactor): NewFactorBody {
    return Object.assign(new NewFactorBody(), { secret, uri, qr: qrPath(uri) });
  }
}
