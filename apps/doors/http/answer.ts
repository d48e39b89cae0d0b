import { ExpressAdapter } from '@nestjs/platform-express';

/** An answer whose status is known only when it is made, such as a stored one told again. */
export class Answer<T = unknown> {
  constructor(
    readonly status: number,
    readonly body: T,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}
}

interface Reply {
  set(headers: Readonly<Record<string, string>>): unknown;
}

/** Express, which also understands an `Answer` returned by a route. */
export class AnswerAdapter extends ExpressAdapter {
  override reply(response: Reply, body: unknown, status?: number): unknown {
    if (!(body instanceof Answer)) return super.reply(response, body, status);
    response.set(body.headers);
    return super.reply(response, body.body, body.status);
  }
}
