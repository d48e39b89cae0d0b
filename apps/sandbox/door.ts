/** What a program answered: its status, and its body read as JSON where it has one. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A program said no where yes was expected. The message says what was asked, and the program's own reason. */
export class Refused extends Error {
  constructor(
    asked: string,
    readonly answer: Answer,
  ) {
    super(`${asked} was answered with ${answer.status}: ${JSON.stringify(answer.body)}`);
  }
}

/** Somebody at the HTTP door of a program, with no other rights than any client of its API. */
export class Door {
  private constructor(
    private readonly url: string,
    private readonly cookie: string | undefined,
  ) {}

  /** Somebody who has not signed in. */
  static of(url: string): Door {
    return new Door(url, undefined);
  }

  /** @throws Refused when the program does not know this account and password */
  static async signIn(url: string, who: { readonly email: string; readonly password: string }): Promise<Door> {
    const { email, password } = who;
    const response = await send(`${url}/api/v1/session`, 'POST', {}, { email, password });
    const cookie = response.headers.getSetCookie().map((set) => set.split(';')[0]);
    if (response.status !== 201) throw new Refused(`the sign-in of ${email} at ${url}`, await answerOf(response));
    return new Door(url, cookie.join('; '));
  }

  /** Asks, and answers whatever the program says. Paths begin below `/api/v1`; `key` makes a repeat harmless. */
  async ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, key?: string): Promise<Answer> {
    const headers = {
      ...(this.cookie === undefined ? {} : { cookie: this.cookie }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    };
    return answerOf(await send(`${this.url}/api/v1${path}`, method, headers, body));
  }

  /** The same where only a yes will do. @throws Refused */
  async must(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, key?: string): Promise<unknown> {
    const answer = await this.ask(method, path, body, key);
    if (answer.status >= 400) throw new Refused(`${method} ${this.url}/api/v1${path}`, answer);
    return answer.body;
  }

  /** Hands in a file, such as a bank statement. @throws Refused */
  async file(path: string, mediaType: string, content: string): Promise<unknown> {
    const headers = { ...(this.cookie === undefined ? {} : { cookie: this.cookie }), 'content-type': mediaType };
    const signal = AbortSignal.timeout(60_000);
    const response = await fetch(`${this.url}/api/v1${path}`, { method: 'POST', signal, headers, body: content });
    const answer = await answerOf(response);
    if (answer.status >= 400) throw new Refused(`POST ${this.url}/api/v1${path}`, answer);
    return answer.body;
  }
}

async function send(url: string, method: string, headers: Record<string, string>, body: unknown): Promise<Response> {
  const signal = AbortSignal.timeout(60_000);
  const accepted = { ...headers, 'accept-language': 'en' };
  if (body === undefined) return fetch(url, { method, signal, headers: accepted });
  return fetch(url, {
    method,
    signal,
    headers: { ...accepted, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, body: isJson ? (JSON.parse(text) as unknown) : text };
}
