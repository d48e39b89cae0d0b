import 'reflect-metadata';
import { plainToInstance, Type } from 'class-transformer';
import { IsObject, IsOptional, IsString, ValidateIf, ValidateNested } from 'class-validator';
import { leaveOutNulls } from './absent-fields.js';

class PlaceBody {
  @IsOptional()
  @IsString()
  street?: string;
}

class ConcertBody {
  @IsOptional()
  @IsString()
  host?: string;

  @IsOptional()
  @IsString()
  state = 'open';

  /** Null is one of its values. */
  @ValidateIf((_, value) => value !== null)
  @IsString()
  until: string | null;

  @ValidateNested({ each: true })
  @Type(() => PlaceBody)
  places: PlaceBody[];

  @IsObject()
  facts: object;
}

const read = (body: object): ConcertBody => {
  const read = plainToInstance(ConcertBody, body);
  leaveOutNulls(read);
  return read;
};

describe('a field that is null', () => {
  it('counts as left out where it may be left out', () => {
    expect(read({ host: null, state: null })).toMatchObject({ host: undefined, state: 'open' });
    expect(read({ places: [{ street: null }, { street: 'Quai 1' }] }).places).toEqual([{}, { street: 'Quai 1' }]);
  });

  it('stays where null is a value, and in what is free in form', () => {
    expect(read({ until: null, facts: { partner: null } })).toMatchObject({ until: null, facts: { partner: null } });
  });
});
