import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What this provider says in its next token; whatever is left out is right. */
export type Said = Readonly<Record<string, unknown>>;

interface Asked {
  readonly nonce: string;
  readonly challenge: string;
  readonly said: Said;
  readonly key: KeyObject;
}

const clientId = 'passerelle';
const clientSecret = 'a secret between programs';

/** A small provider of OpenID Connect on this machine: the other side of signing in. */
export class LoopbackProvider {
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private readonly codes = new Map<string, Asked>();

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => {
      void this.answer(request).then(({ status, body }) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      );
    });
  }

  static async open(): Promise<LoopbackProvider> {
    const provider = new LoopbackProvider(createServer());
    provider.server.listen(0, '127.0.0.1');
    await once(provider.server, 'listening');
    return provider;
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  readonly client = { clientId, clientSecret };

  /** Somebody proves herself here: what the provider appends to the address to which it sends her back. */
  approve(url: string, said: Said, key = this.keys.privateKey): string {
    const asked = new URL(url).searchParams;
    if (asked.get('client_id') !== clientId || asked.get('code_challenge_method') !== 'S256') throw new Error(url);
    const code = `code-${this.codes.size}`;
    this.codes.set(code, { nonce: asked.get('nonce')!, challenge: asked.get('code_challenge')!, said, key });
    return `?code=${code}&state=${asked.get('state')}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage): Promise<{ status: number; body: object }> {
    if (request.url === '/.well-known/openid-configuration') return { status: 200, body: this.about };
    if (request.url === '/keys')
      return { status: 200, body: { keys: [{ ...this.keys.publicKey.export({ format: 'jwk' }), alg: 'ES256' }] } };
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    return this.token(new URLSearchParams(Buffer.concat(chunks).toString()), request.headers.authorization ?? '');
  }

  private token(given: URLSearchParams, authorization: string): { status: number; body: object } {
    const asked = this.codes.get(given.get('code') ?? '');
    this.codes.delete(given.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(given.get('code_verifier') ?? '')
      .digest('base64url');
    const [id, secret] = Buffer.from(authorization.replace('Basic ', ''), 'base64').toString().split(':');
    const isClient = id === clientId && decodeURIComponent((secret ?? '').replaceAll('+', ' ')) === clientSecret;
    if (!asked || !isClient || asked.challenge !== challenge) return { status: 400, body: { error: 'invalid_grant' } };
    const body = { access_token: 'unused', token_type: 'Bearer', expires_in: 60, id_token: this.idToken(asked) };
    return { status: 200, body };
  }

  private idToken({ nonce, said, key }: Asked): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: this.issuer, aud: clientId, sub: 'amina-7', nonce, iat: now, exp: now + 60, ...said };
    const text = [{ alg: 'ES256', typ: 'JWT' }, claims].map((part) => base64(JSON.stringify(part))).join('.');
    return `${text}.${sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
  }

  private get about(): object {
    const { issuer } = this;
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      end_session_endpoint: `${issuer}/leave`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['ES256'],
    };
  }
}

const base64 = (text: string): string => Buffer.from(text).toString('base64url');
