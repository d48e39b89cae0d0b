import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches, MaxLength } from 'class-validator';

export class ProviderBody {
  @ApiProperty({ type: String, nullable: true, description: 'What people call it; null when there is none.' })
  name: string | null;
}

export class ProviderQuery {
  @ApiPropertyOptional({
    type: String,
    pattern: '^/([^/\\\\].*)?$',
    description: 'Where to be afterwards, in this program.',
  })
  @IsOptional()
  @Matches(/^\/([^/\\].*)?$/)
  @MaxLength(500)
  next?: string;
}
