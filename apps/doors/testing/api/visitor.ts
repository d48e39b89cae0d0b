/** What somebody was answered, unread. */
export interface Answered {
  readonly status: number;
  readonly mediaType: string;
  readonly headers: Headers;
  readonly text: string;
  /** The body, when it is JSON. */
  readonly json: unknown;
}

export interface Asked {
  readonly method: string;
  /** From the root of the program: `/api/v1/missions?limit=5`. */
  readonly path: string;
  /** Sent as it is when it is a text or bytes, else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody who sends whatever she likes over real HTTP, with or without a session. */
export class Visitor {
  private constructor(
    private readonly url: string,
    private readonly proof: Readonly<Record<string, string>>,
  ) {}

  static stranger(url: string): Visitor {
    return new Visitor(url, {});
  }

  /** A program with a key. */
  static withKey(url: string, key: string): Visitor {
    return new Visitor(url, { authorization: `Bearer ${key}` });
  }

  static async signIn(url: string, email: string, password: string): Promise<Visitor> {
    const stranger = Visitor.stranger(url);
    const { status, headers, text } = await stranger.ask({
      method: 'POST',
      path: '/api/v1/session',
      body: { email, password },
    });
    if (status !== 201) throw new Error(`${email} cannot sign in: ${text}`);
    const cookies = headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    return new Visitor(url, { cookie: cookies.join('; ') });
  }

  async ask({ method, path, body, headers = {} }: Asked): Promise<Answered> {
    const isRaw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(`${this.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        'accept-language': 'en',
        ...this.proof,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isRaw ? (body as string) : JSON.stringify(body) }),
    });
    const text = await response.text();
    const mediaType = (response.headers.get('content-type') ?? '').split(';')[0]!;
    return { status: response.status, mediaType, headers: response.headers, text, json: jsonOf(mediaType, text) };
  }
}

const jsonOf = (mediaType: string, text: string): unknown =>
  /[/+]json$/.test(mediaType) ? (JSON.parse(text) as unknown) : undefined;
