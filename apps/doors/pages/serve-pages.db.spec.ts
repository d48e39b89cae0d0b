import { Get, Module } from '@nestjs/common';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Public } from '../access/allow.js';
import { ApiController } from '../http/api-controller.js';
import { doorsEntities, doorsMigrations } from '../index.js';
import { type FreshDatabase, freshDatabase } from '../testing/database.js';
import { openProgram, type SpecProgram } from '../testing/http.js';

@ApiController('missions')
class MissionsController {
  @Public()
  @Get()
  list(): object {
    return { items: [] };
  }
}

@Module({ controllers: [MissionsController] })
class MissionsModule {}

describe('pages of a program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  let fresh: FreshDatabase;
  let program: SpecProgram;
  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'node.html'), '<!doctype html><title>Passerelle</title>');
    writeFileSync(join(folder, 'assets', 'node-1a2b.js'), 'void 0;');
    fresh = await freshDatabase({ entities: doorsEntities, migrations: doorsMigrations });
    const pages = { document: 'node', addresses: ['/', '/missions'], folder };
    program = await openProgram(fresh.database, [MissionsModule], { baseUrl: 'https://coop.example', http: { pages } });
  });
  afterAll(async () => {
    await program.app.close();
    await fresh.drop();
    rmSync(folder, { recursive: true });
  });

  const open = (address: string) => program.anybody.get(address).set('accept', 'text/html,*/*');

  it('are shown to browsers at each of their addresses and under it', async () => {
    for (const address of ['/', '/missions', '/missions/mis_1?tab=money']) {
      const answer = await open(address).expect(200);
      expect(answer.text).toContain('<title>Passerelle</title>');
      expect(answer.headers['cache-control']).toBe('no-cache');
      expect(answer.headers['content-security-policy']).toContain("default-src 'self'");
      expect(answer.headers['content-security-policy']).toContain("style-src 'self';");
    }
  });

  it('keep what carries its hash in its name for a year', async () => {
    const answer = await program.anybody.get('/assets/node-1a2b.js').expect(200);
    expect(answer.headers['cache-control']).toContain('immutable');
  });

  it('leave the API alone', async () => {
    await program.anybody.get('/api/v1/missions').expect(200, { items: [] });
  });

  it('are nothing at another address, for another method, or for a program', async () => {
    await open('/missionsandmore').expect(404);
    await program.anybody.post('/missions').expect(404);
    await program.anybody.get('/missions').set('accept', 'application/json').expect(404);
  });
});
